// Lucene 8 (liblucene8-java): `load FOLDER SCENES THREADS`, or `query FOLDER QUERIES ROUNDS` for the ten best of each
// query. A load prints JSON; a query its class and the median of its rounds in microseconds.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.store.FSDirectory;

final class LucenePeer {
  private static final String FIELD = "text";

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    Path input = Path.of(arguments[2]);
    int number = Integer.parseInt(arguments[3]);
    if (arguments[0].equals("load")) load(folder, input, number);
    else ask(folder, input, number);
  }

  private static void load(Path folder, Path scenes, int threads) throws Exception {
    List<String> lines = Files.readAllLines(scenes);
    long start = System.nanoTime();
    IndexWriterConfig settings = new IndexWriterConfig(new StandardAnalyzer(CharArraySet.EMPTY_SET));
    settings.setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), settings)) {
      var pool = Executors.newFixedThreadPool(threads);
      for (int part = 0; part < threads; part++) {
        int first = part;
        pool.submit(() -> {
          for (int row = first; row < lines.size(); row += threads) {
            Document document = new Document();
            document.add(new TextField(FIELD, lines.get(row).split("\t", 4)[3], Field.Store.YES));
            writer.addDocument(document);
          }
          return null;
        });
      }
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.DAYS);
      writer.commit();
    }
    System.out.printf("{\"seconds\": %.3f, \"rows\": %d}%n", (System.nanoTime() - start) / 1e9, lines.size());
  }

  private static Query query(String kind, String text) {
    String[] words = text.split(" ");
    Term[] terms = Stream.of(words).map(word -> new Term(FIELD, word)).toArray(Term[]::new);
    switch (kind) {
      case "word":
        return new TermQuery(terms[0]);
      case "prefix":
        return new PrefixQuery(terms[0]);
      case "phrase":
        return new PhraseQuery(FIELD, words);
      case "near":
        return new SpanNearQuery(Stream.of(terms).map(SpanTermQuery::new).toArray(SpanQuery[]::new), 10, false);
      default:
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Term term : terms) all.add(new TermQuery(term), BooleanClause.Occur.MUST);
        return all.build();
    }
  }

  private static void ask(Path folder, Path queries, int rounds) throws IOException {
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
    searcher.setQueryCache(null);
    List<String> lines = Files.readAllLines(queries);
    // What the machine compiles while it runs is compiled by then.
    int warm = 20;
    double[][] times = new double[lines.size()][rounds];
    for (int round = -warm; round < rounds; round++) {
      for (int place = 0; place < times.length; place++) {
        String[] own = lines.get(place).split("\t");
        long start = System.nanoTime();
        searcher.search(query(own[1], own[2]), 10);
        if (round >= 0) times[place][round] = (System.nanoTime() - start) / 1e3;
      }
    }
    for (int place = 0; place < times.length; place++) {
      Arrays.sort(times[place]);
      System.out.printf("%s\t%.1f%n", lines.get(place).split("\t")[0], times[place][rounds / 2]);
    }
  }
}
