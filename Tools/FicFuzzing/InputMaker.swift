import SeededRandom

/// Makes inputs out of seeds: their lines and bytes recombined, then changed where readers are
/// hurt.
///
/// The same seed and number always give the same input.
package struct InputMaker: Sendable {
  private let seeds: [[UInt8]]
  private let lines: [[UInt8]]
  private let seed: UInt64
  private let limit: Int

  /// Creates a maker.
  ///
  /// - Parameters:
  ///   - seeds: texts to recombine.
  ///   - seed: of the random numbers.
  ///   - limit: about how many bytes an input has at most.
  package init(seeds: [[UInt8]], seed: UInt64, limit: Int) {
    self.seeds = seeds.isEmpty ? [Array("“Go,” said Smith.\n".utf8)] : seeds
    lines = self.seeds.flatMap { $0.split(separator: 0x0A).map(Array.init) }
    self.seed = seed
    self.limit = limit
  }

  /// The input of a number.
  package func input(_ number: Int) -> ParserInput {
    var random = SplitMix(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    var bytes = start(&random)
    for _ in 0..<Int.random(in: 0...6, using: &random) { change(&bytes, &random) }
    if bytes.count > limit { bytes.removeSubrange(limit...) }
    if Int.random(in: 0..<12, using: &random) == 0 {
      bytes = Recoding.allCases.randomElement(using: &random)?.recode(bytes) ?? bytes
    }
    let isMarkdown = Int.random(in: 0..<4, using: &random) == 0
    return ParserInput(name: isMarkdown ? "fuzz.md" : "fuzz.txt", bytes: bytes)
  }

  /// A seed, two halves of seeds, a heap of lines, or words of the grammar alone.
  private func start(_ random: inout SplitMix) -> [UInt8] {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return any(&random)
    case 1:
      let head = any(&random)
      let tail = any(&random)
      return Array(head.prefix(place(in: head, &random)) + tail.dropFirst(place(in: tail, &random)))
    case 2:
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        bytes += token(&random)
        if Bool.random(using: &random) { bytes.append(0x20) }
      }
      return bytes
    default:
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes += lines.randomElement(using: &random) ?? []
        bytes += Grammar.separators.randomElement(using: &random) ?? []
      }
      return bytes
    }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let at = place(in: bytes, &random)
    switch Int.random(in: 0..<11, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
    case 1 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(range(in: bytes, &random))
    case 3: bytes.insert(contentsOf: bytes[range(in: bytes, &random)], at: at)
    case 4: bytes.removeSubrange(at...)
    case 5, 6: bytes.insert(contentsOf: token(&random), at: at)
    case 7:
      let count = 1 << Int.random(in: 0...12, using: &random)
      let token = token(&random)
      let fitting = min(count, limit / max(1, token.count))
      bytes.insert(contentsOf: repeatElement(token, count: fitting).joined(), at: at)
    case 8: replace(Grammar.mark(&random), by: Grammar.mark(&random), in: &bytes)
    case 9:
      let end = Grammar.separators.randomElement(using: &random) ?? []
      replace([0x0A], by: end, in: &bytes)
    default: replace([0x0A], by: Bool.random(using: &random) ? [0x20] : [], in: &bytes)
    }
  }

  private func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8]) {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: old) {
        result += new
        index += old.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    bytes = result
  }

  private func any(_ random: inout SplitMix) -> [UInt8] {
    seeds.randomElement(using: &random) ?? []
  }

  private func token(_ random: inout SplitMix) -> [UInt8] {
    Grammar.tokens.randomElement(using: &random) ?? []
  }

  private func place(in bytes: [UInt8], _ random: inout SplitMix) -> Int {
    Int.random(in: 0...bytes.count, using: &random)
  }

  private func range(in bytes: [UInt8], _ random: inout SplitMix) -> Range<Int> {
    let start = place(in: bytes, &random)
    return start..<min(bytes.count, start + Int.random(in: 0...200, using: &random))
  }
}
