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

  /// Formats that begin with fixed bytes and hold other files.
  private static let packings: [(bytes: [UInt8], format: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "ZIP, EPUB and Office"), ([0x1F, 0x8B], "gzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    (Array("BZh".utf8), "bzip2"),
  ]

  /// Other formats that begin with fixed bytes.
  private static let signatures: [(bytes: [UInt8], format: String)] = [
    ([0x50, 0x4B, 0x05, 0x06], "ZIP"), (Array("%PDF-".utf8), "PDF"),
    (Array("{\\rtf".utf8), "RTF"),
    (Array("7z\u{BC}\u{AF}".utf8), "7-Zip"), (Array("Rar!".utf8), "RAR"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"), (Array("SQLite format 3".utf8), "SQLite"),
    ([0xD0, 0xCF, 0x11, 0xE0], "old Word"), (Array("TPZ".utf8), "Topaz"),
    ([0xEA, 0x44, 0x52, 0x4D, 0x49, 0x4F, 0x4E], "KFX"),
    (Array("CONT".utf8) + [0x02, 0x00], "KFX"),
  ]

  /// Judges the bytes of a file.
  ///
  /// Complexity: constant, linear where the file starts blank.
  func content(of bytes: [UInt8]) -> Content {
    guard !bytes.isEmpty else { return .empty }
    for packing in Self.packings where bytes.starts(with: packing.bytes) {
      return .known(format: packing.format, isPacked: true)
    }
    for signature in Self.signatures where bytes.starts(with: signature.bytes) {
      return .known(format: signature.format, isPacked: false)
    }
    let type = bytes.part(from: PalmDatabase.typePlace, count: 8)
    if type.elementsEqual("BOOKMOBI".utf8) || type.elementsEqual("TEXtREAd".utf8) {
      return .known(format: "MOBI", isPacked: false)
    }
    if bytes.dropFirst(257).starts(with: "ustar".utf8) {
      return .known(format: "tar", isPacked: true)
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
