import Benchmark
import FicDialogue
import FicFormats
import FicIndex
import FicModel
import FicParsing
import FicPrinter
import FicQuery
import FicSamples
import FicWire

/// What the benchmark's runner calls: it makes the inputs and names the pieces.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .instructions],
    maxDuration: .seconds(3),
    maxIterations: 100_000
  )
  readingBenchmarks()
  searchBenchmarks()
}

/// From a file's bytes to scenes, lines and terms.
private func readingBenchmarks() {
  let file = SampleArchive.file(SampleArchive.novel, as: .markdown)
  let book = SampleArchive.file(SampleArchive.novel, as: .fanFicFareEPUB)
  guard let document = try? DocumentReaders().document(from: file) else { return }

  Benchmark("reader: Markdown of a novel") { _ in
    blackHole(try DocumentReaders().document(from: file))
  }
  Benchmark("reader: EPUB of a novel") { _ in
    blackHole(try DocumentReaders().document(from: book))
  }
  Benchmark("parser: a novel") { _ in
    blackHole(WorkParser().parse([document]))
  }
  Benchmark("tokenizer: a novel") { _ in
    var terms = 0
    Analyzer().analyze(document.text.span) { _, _ in
      terms += 1
      return true
    }
    blackHole(terms)
  }
}

/// What an index finds, and what is made of it.
private func searchBenchmarks() {
  let archive = SampleArchive()
  let queries = [
    ("a rare word", SampleArchive.rareWord), ("a frequent word", "lantern"),
    ("two words", "lantern window"), ("a phrase", "\"put the lamp down\""), ("a prefix", "wind*"),
    ("NEAR", "NEAR(wind house, 5)"), ("a speaker's phrase", "from:Ilse \"leave at dawn\""),
  ]
  for (name, query) in queries {
    Benchmark("search: \(name)") { benchmark in
      let plan = try Planner().plan(try QueryParser.parse(query))
      for _ in benchmark.scaledIterations {
        let tally = try await archive.index().snapshot("measure", deadline: .never) { snapshot in
          try snapshot.tally(plan, try snapshot.weights(of: plan))
        }
        blackHole(tally)
      }
    }
  }
  Benchmark("snippets: ten lines around a frequent word") { benchmark in
    let engine = SearchEngine(index: try await archive.index())
    for _ in benchmark.scaledIterations {
      blackHole(try await engine.search(SearchRequest(query: "lantern", limit: 10)))
    }
  }
  Benchmark("printer: ten lines around a frequent word") { benchmark in
    let engine = SearchEngine(index: try await archive.index())
    let records = try await engine.search(SearchRequest(query: "lantern", limit: 10)).records
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var printer = TextPrinter(
        style: PrintStyle(width: 80, usesColor: true),
        parameters: SearchParameters(query: "Smith")
      )
      var screen = ""
      for record in records { printer.print(record, to: &screen) }
      printer.finish(to: &screen)
      blackHole(screen)
    }
  }
}
