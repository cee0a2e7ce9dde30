/// The names of the entries of a ZIP archive, read without unpacking anything.
///
/// Source: PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
package struct ZipContents {
  /// The names in the order of the archive.
  package private(set) var names: [String] = []

  /// What the first entry holds where it is named `mimetype`, as EPUB and OpenDocument have it;
  /// empty where there is none that is stored as it is.
  package private(set) var mediaType = ""

  /// So many names tell what an archive is.
  private static let mostNames = 4096

  /// The directory's end stands before a comment of at most this length, in bytes.
  private static let longestComment = 0xFFFF

  static let entrySignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let directorySignature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
  static let endSignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// Whether bytes begin as a ZIP archive with an entry does.
  package static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: entrySignature) }

  /// Reads the directory; of an archive without one, the name of the first entry.
  ///
  /// Complexity: linear in the number of entries.
  package init(_ bytes: [UInt8]) {
    readFirst(bytes)
    guard let end = Self.end(of: bytes) else { return }
    var place = Self.number(bytes, at: end + 16, length: 4)
    var found: [String] = []
    while found.count < Self.mostNames, Self.matches(Self.directorySignature, bytes, at: place) {
      let name = Self.number(bytes, at: place + 28, length: 2)
      let rest =
        Self.number(bytes, at: place + 30, length: 2)
        + Self.number(bytes, at: place + 32, length: 2)
      found.append(Self.text(bytes, place + 46, name))
      place += 46 + name + rest
    }
    if !found.isEmpty { names = found }
  }

  private mutating func readFirst(_ bytes: [UInt8]) {
    guard Self.isZip(bytes), bytes.count >= 30 else { return }
    let name = Self.text(bytes, 30, Self.number(bytes, at: 26, length: 2))
    names = [name]
    guard name == "mimetype", Self.number(bytes, at: 8, length: 2) == 0 else { return }
    let start = 30 + name.utf8.count + Self.number(bytes, at: 28, length: 2)
    mediaType = Self.text(bytes, start, min(128, Self.number(bytes, at: 18, length: 4)))
  }

  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    return (max(0, last - longestComment)...last).reversed().first {
      matches(endSignature, bytes, at: $0)
    }
  }

  private static func matches(_ signature: [UInt8], _ bytes: [UInt8], at place: Int) -> Bool {
    place >= 0 && place <= bytes.count - signature.count
      && bytes[place..<place + signature.count].elementsEqual(signature)
  }

  /// A number with its low byte first; 0 beyond the end.
  private static func number(_ bytes: [UInt8], at place: Int, length: Int) -> Int {
    guard place >= 0, place <= bytes.count - length else { return 0 }
    return bytes[place..<place + length].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func text(_ bytes: [UInt8], _ place: Int, _ length: Int) -> String {
    let start = min(max(0, place), bytes.count)
    return String(decoding: bytes[start..<min(bytes.count, start + length)], as: UTF8.self)
  }
}
