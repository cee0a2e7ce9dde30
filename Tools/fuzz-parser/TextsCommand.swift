import ArgumentParser
import FicFuzzing
import FoundationEssentials
import Glibc

/// Runs the parser over many texts that are made to hurt it.
struct TextsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts",
    abstract: "Run the parser over inputs that are made to hurt it.",
    discussion: """
      Recombines and damages the files of a folder, takes each result from bytes to an explained \
      work, and checks what the parser promises: no crash, zones that tile, spans in bounds and \
      order and on characters, the same result twice, a map that leads back in order. A finding is \
      made as short as it goes and written to --out. Exit status: 0 nothing found, 1 findings; a \
      crash names the number of the input, and --first NUMBER --count 1 --keep writes it.
      """
  )

  @Option(help: "The folder of texts to recombine.")
  var seeds = "Tests/Fixtures/fuzz"

  @Option(help: "How many inputs.")
  var count = 200_000

  @Option(help: "The number of the first.")
  var first = 0

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "About how many bytes an input has at most.")
  var limit = 6000

  @Option(help: "Where findings are written.")
  var out = ".fuzz"

  @Flag(help: "Write every input as it is.")
  var keep = false

  mutating func run() throws {
    let texts = try FileManager.default.contentsOfDirectory(atPath: seeds).sorted()
      .map { Array(try Data(contentsOf: URL(filePath: seeds + "/" + $0))) }
    let maker = InputMaker(seeds: texts, seed: seed, limit: limit)
    CrashReport.install()
    let clock = ContinuousClock()
    let start = clock.now
    var found = 0
    var bytes = 0
    var slowest = (time: Duration.zero, number: 0)
    for number in first..<first + max(0, count) {
      CrashReport.begin(number)
      let input = maker.input(number)
      if keep { try write(input, "input-\(number)") }
      bytes += input.bytes.count
      var findings: [String] = []
      let time = clock.measure { findings = ParserCheck().findings(for: input) }
      if time > slowest.time { slowest = (time, number) }
      if !findings.isEmpty {
        found += 1
        try report(findings, input, number)
      }
      if (number - first + 1) % 20_000 == 0 {
        print("\(number - first + 1) inputs, \(found) findings, \(clock.now - start)")
      }
    }
    print(
      "\(max(0, count)) inputs from \(texts.count) texts, seed \(seed), \(bytes) bytes, "
        + "\(clock.now - start); slowest: number \(slowest.number), \(slowest.time); "
        + "\(found) findings"
    )
    if found > 0 { throw ExitCode(1) }
  }

  private func report(_ findings: [String], _ input: ParserInput, _ number: Int) throws {
    print("number \(number): " + findings.prefix(3).joined(separator: "; "))
    // The shortest input with a finding of the same words, figures aside.
    let kind = findings[0].filter { !$0.isNumber }
    let short = Reducer { shorter in
      ParserCheck().findings(for: shorter).contains { $0.filter { !$0.isNumber } == kind }
    }.reduce(input)
    try write(short, "finding-\(number)")
  }

  private func write(_ input: ParserInput, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let ending = input.name.split(separator: ".").last ?? "txt"
    try Data(input.bytes).write(to: URL(filePath: "\(out)/\(name).\(ending)"))
  }
}
