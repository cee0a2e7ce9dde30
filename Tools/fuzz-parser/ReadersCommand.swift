import ArgumentParser
import FicFuzzing
import FicSamples
import FoundationEssentials
import Glibc

/// Runs the readers over many files that are made to hurt them.
struct ReadersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readers",
    abstract: "Run the readers over damaged files of each format.",
    discussion: """
      Makes works up, writes them in each format, damages their markup before it is packed and the \
      bytes afterwards, reads each file, and checks what a document promises: UTF-8, blocks that \
      tile, chapters in order, a map that leads back in order, bounds that hold, the same result \
      twice. Prints for each format how many files were read and how many refused, the slowest, and \
      the memory before and after. Exit status: 0 nothing found, 1 findings; a crash, or an input \
      that takes longer than a minute, names its number, and --first NUMBER --count 1 --keep writes it.
      """
  )

  /// More findings of a format are counted only.
  private static let mostShown = 5

  @Option(help: "How many files of each format.")
  var count = 100_000

  @Option(help: "The number of the first.")
  var first = 0

  @Option(help: "The seed of the random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Where findings are written.")
  var out = ".fuzz"

  @Flag(help: "Write every input as it is.")
  var keep = false

  @Argument(help: "The formats to damage, by name; all by default.")
  var formats: [String] = []

  func validate() throws {
    let known = Set(SampleFormat.allCases.map(\.rawValue))
    guard formats.allSatisfy(known.contains) else {
      throw ValidationError("the formats are " + known.sorted().joined(separator: ", "))
    }
  }

  func run() throws {
    CrashReport.install()
    var found = 0
    for format in SampleFormat.allCases where formats.isEmpty || formats.contains(format.rawValue) {
      found += try run(format)
    }
    if found > 0 { throw ExitCode(1) }
  }

  private func run(_ format: SampleFormat) throws -> Int {
    let maker = ReaderInputMaker(format, seed: seed)
    let clock = ContinuousClock()
    let start = clock.now
    var found = 0
    var read = 0
    var slowest = (time: Duration.zero, number: 0)
    var early = 0
    print("\(format.rawValue):", terminator: "")
    fflush(nil)
    for number in first..<first + max(0, count) {
      CrashReport.begin(number)
      let input = maker.input(number)
      if keep { try write(input, "\(format.rawValue)-\(number)") }
      alarm(60)
      var result = ReaderCheck.Result()
      let time = clock.measure { result = ReaderCheck().result(for: input) }
      alarm(0)
      if result.isRead { read += 1 }
      if time > slowest.time { slowest = (time, number) }
      if !result.findings.isEmpty {
        found += 1
        if found <= Self.mostShown {
          print("\n  number \(number): " + result.findings.prefix(3).joined(separator: "; "))
          try write(input, "\(format.rawValue)-\(number)")
        }
      }
      // What is loaded and cached once is there by now.
      if number - first == count / 10 { early = Self.residentKilobytes }
    }
    print(
      " \(max(0, count)) files, seed \(seed), \(read) read, \(found) findings, \(clock.now - start); "
        + "slowest number \(slowest.number), \(slowest.time); "
        + "memory \(early) kB after a tenth, \(Self.residentKilobytes) kB at the end"
    )
    return found
  }

  /// How much memory is resident now.
  private static var residentKilobytes: Int {
    guard let data = FileManager.default.contents(atPath: "/proc/self/statm") else { return 0 }
    let words = String(decoding: data, as: UTF8.self).split(separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * Int(getpagesize()) / 1024 : 0
  }

  private func write(_ input: ParserInput, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let ending = input.name.split(separator: ".").last ?? "txt"
    try Data(input.bytes).write(to: URL(filePath: "\(out)/\(name).\(ending)"))
  }
}
