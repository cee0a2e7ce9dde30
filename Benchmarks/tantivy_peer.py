"""Tantivy from PyPI: `load FOLDER SCENES THREADS`, or `query FOLDER QUERIES ROUNDS` for the ten best of each
query without a total. A load prints JSON; a query its class and the median of its rounds in microseconds."""

import json
import pathlib
import statistics
import sys
import time

import tantivy


def load(folder, scenes, threads):
    pathlib.Path(folder).mkdir(parents=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="default", index_option="position")
    with open(scenes, encoding="utf-8") as file:
        texts = [line.rstrip("\n").split("\t", 3)[3] for line in file]
    start = time.perf_counter()
    index = tantivy.Index(builder.build(), path=folder)
    writer = index.writer(heap_size=256_000_000, num_threads=threads)
    for text in texts:
        writer.add_document(tantivy.Document(text=text))
    writer.commit()
    writer.wait_merging_threads()
    print(json.dumps({"seconds": round(time.perf_counter() - start, 3), "rows": len(texts)}))


def expression(schema, kind, text):
    query, words = tantivy.Query, text.split()
    if kind == "word":
        return query.term_query(schema, "text", text)
    if kind == "and":
        terms = [query.term_query(schema, "text", word) for word in words]
        return query.boolean_query([(tantivy.Occur.Must, term) for term in terms])
    if kind == "prefix":
        return query.regex_query(schema, "text", text + ".*")
    # Its nearest thing to NEAR is a phrase with room in it.
    return query.phrase_query(schema, "text", words, slop=10 if kind == "near" else 0)


def ask(folder, queries, rounds):
    index = tantivy.Index.open(folder)
    index.reload()
    searcher = index.searcher()
    with open(queries, encoding="utf-8") as file:
        asked = [line.rstrip("\n").split("\t") for line in file]
    prepared = [(name, expression(index.schema, kind, text)) for name, kind, text in asked]
    times = [[] for _ in prepared]
    for _ in range(rounds):
        for place, (_, query) in enumerate(prepared):
            start = time.perf_counter()
            searcher.search(query, 10, count=False)
            times[place].append((time.perf_counter() - start) * 1e6)
    for (name, _), own in zip(prepared, times):
        print(f"{name}\t{statistics.median(own):.1f}")


if sys.argv[1] == "load":
    load(sys.argv[2], sys.argv[3], int(sys.argv[4]))
else:
    ask(sys.argv[2], sys.argv[3], int(sys.argv[4]))
