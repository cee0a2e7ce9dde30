/// Tells text from everything else by its first bytes.
struct ContentSniffer {
  /// What a file is.
  enum Content: Hashable {
    case empty
    case text
    /// Of a format with a signature; `isPacked` where other files are in it.
    case known(format: String, isPacked: Bool)
    case binary
  }

  /// How many bytes are counted.
  private static let sampleSize = 1 << 16

  /// What is told apart, the formats of texts first: what stands at a place inside of a file is
  /// surer than the name of a book or a chapter at its start.
  private static let signs: [FileSign] =
    FileFormat.signs + [
      FileSign("7-Zip", [0x37, 0x7A, 0xBC, 0xAF]), FileSign("RAR", Array("Rar!".utf8)),
      FileSign("PNG", [0x89, 0x50, 0x4E, 0x47]), FileSign("JPEG", [0xFF, 0xD8, 0xFF]),
      FileSign("GIF", Array("GIF8".utf8)), FileSign("ELF", [0x7F, 0x45, 0x4C, 0x46]),
      FileSign("SQLite", Array("SQLite format 3".utf8)), FileSign("Topaz", Array("TPZ".utf8)),
      FileSign("KFX", [0xEA, 0x44, 0x52, 0x4D, 0x49, 0x4F, 0x4E]),
      FileSign("KFX", Array("CONT".utf8) + [0x02, 0x00]),
    ]

  /// Judges the bytes of a file.
  ///
  /// Complexity: constant, linear where the file starts blank.
  func content(of bytes: [UInt8]) -> Content {
    guard !bytes.isEmpty else { return .empty }
    if let sign = Self.signs.first(where: { $0.stands(in: bytes) }) {
      return .known(format: sign.format, isPacked: sign.isPacked)
    }
    if UTF16Decoder.detect(bytes) != nil { return .text }
    return countControls(in: bytes)
  }

  /// Text has next to no control characters, and NULs only where a disk or a program failed.
  private func countControls(in bytes: [UInt8]) -> Content {
    var controls = 0
    var nuls = 0
    let sample = min(bytes.count, Self.sampleSize)
    for byte in bytes.prefix(sample) {
      if byte == 0 {
        nuls += 1
      } else if byte < 0x20, !(byte >= 0x09 && byte <= 0x0D), byte != 0x1A, byte != 0x1B {
        controls += 1
      }
    }
    if nuls == sample { return bytes.allSatisfy { $0 == 0 } ? .empty : .binary }
    if controls * 50 > sample || nuls * 3 > sample { return .binary }
    return .text
  }
}
