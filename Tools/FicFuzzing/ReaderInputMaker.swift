package import FicSamples
import SeededRandom

/// Makes damaged files of a format: works that are made up, their markup changed before it is
/// packed, their bytes changed afterwards.
///
/// The same seed and number always give the same input.
package struct ReaderInputMaker: Sendable {
  private let format: SampleFormat
  private let works: [SampleWork]
  private let seed: UInt64

  /// Parts grow to about so many bytes at most.
  private static let limit = 20_000

  /// So many different works are damaged.
  private static let workCount = 24

  /// Creates a maker.
  package init(_ format: SampleFormat, seed: UInt64) {
    self.format = format
    self.seed = seed
    works = (0..<Self.workCount).map {
      SampleWork(number: $0, seed: seed, chapters: 1 + $0 % 4, paragraphs: 1 + $0 % 7)
    }
  }

  /// The input of a number.
  package func input(_ number: Int) -> ParserInput {
    var random = SplitMix(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
    let work = works[Int.random(in: 0..<works.count, using: &random)]
    var file = format.file(of: work)
    let isPacked = file.packing != .single
    // Half of the packed files stay whole inside, half outside.
    if !isPacked || Bool.random(using: &random) {
      for _ in 0..<Int.random(in: 1...6, using: &random) { change(&file.parts, &random) }
    }
    var bytes = file.bytes
    if isPacked, Bool.random(using: &random) {
      for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, &random) }
    }
    let isRenamed = Int.random(in: 0..<12, using: &random) == 0
    return ParserInput(name: isRenamed ? "fuzz.txt" : "fuzz." + format.fileExtension, bytes: bytes)
  }

  // MARK: Parts

  private func change(_ parts: inout [SampleFile.Part], _ random: inout SplitMix) {
    guard !parts.isEmpty else { return }
    let index = Int.random(in: 0..<parts.count, using: &random)
    let isArchive = parts.count > 1
    switch Int.random(in: 0..<(isArchive ? 12 : 8), using: &random) {
    case 8: parts.remove(at: index)
    case 9:
      parts.append(parts[index])
    case 10:
      let names = [
        "../x", "/etc/passwd", "", "a\\..\\b", "META-INF/encryption.xml", "x.epub", "\u{1}",
      ]
      parts[index].path = names.randomElement(using: &random) ?? ""
    case 11:
      let other = Int.random(in: 0..<parts.count, using: &random)
      let bytes = parts[index].bytes
      parts[index].bytes = parts[other].bytes
      parts[other].bytes = bytes
    default: change(&parts[index].bytes, &random)
    }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let at = place(in: bytes, &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2: bytes.insert(contentsOf: MarkupGrammar.token(for: bytes, &random), at: at)
    case 3:
      let token = MarkupGrammar.token(for: bytes, &random)
      let count = min(1 << Int.random(in: 0...11, using: &random), Self.limit / max(1, token.count))
      bytes.insert(contentsOf: repeatElement(token, count: count).joined(), at: at)
    case 4: bytes.removeSubrange(range(in: bytes, 400, &random))
    case 5:
      if bytes.count < Self.limit {
        bytes.insert(contentsOf: bytes[range(in: bytes, 1000, &random)], at: at)
      }
    case 6: removeElement(from: &bytes, at: at)
    default: damage(&bytes, &random)
    }
  }

  /// Takes a tag out, so that what it opened or closed stays so.
  private func removeElement(from bytes: inout [UInt8], at place: Int) {
    guard let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return }
    bytes.removeSubrange(start...end)
  }

  // MARK: Bytes

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let at = place(in: bytes, &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0...2 where at < bytes.count:
      bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 3 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
    case 5: bytes.removeSubrange(range(in: bytes, 64, &random))
    case 6:
      // Lengths, counts and places are numbers of two or four bytes.
      let number =
        [[0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x7F, 0xFF], [0xFF, 0x7F], [0, 1]]
        .randomElement(using: &random)?.map(UInt8.init) ?? []
      let start = min(at, Int.random(in: 0..<2, using: &random) == 0 ? 512 : bytes.count)
      for (offset, byte) in number.enumerated() where start + offset < bytes.count {
        bytes[start + offset] = byte
      }
    default: bytes.removeSubrange(at...)
    }
  }

  private func place(in bytes: [UInt8], _ random: inout SplitMix) -> Int {
    Int.random(in: 0...bytes.count, using: &random)
  }

  private func range(in bytes: [UInt8], _ most: Int, _ random: inout SplitMix) -> Range<Int> {
    let start = place(in: bytes, &random)
    return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
  }
}
