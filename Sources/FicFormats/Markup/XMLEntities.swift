import CLibxml2

/// Entities that HTML has and XML has not, as `&eacute;`.
///
/// Books use them in files without a document type, and a parser of XML would drop them.
enum XMLEntities {
  /// What XML itself knows.
  private static let own: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  /// The longest name of an entity of HTML 4, in bytes: `thetasym`.
  private static let longest = 8

  /// The text with the characters that entities of HTML stand for.
  ///
  /// Complexity: linear.
  static func resolved(_ source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < source.count {
      guard source[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      let end = min(source.count, index + Self.longest + 2)
      guard let stop = source[index..<end].firstIndex(of: UInt8(ascii: ";")),
        let character = character(source[(index + 1)..<stop])
      else {
        index += 1
        continue
      }
      result += source[copied..<index]
      result += Array(String(character).utf8)
      index = stop + 1
      copied = index
    }
    return copied == 0 ? source : result + source[copied...]
  }

  private static func character(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let words = String(decoding: name, as: UTF8.self)
    guard !words.isEmpty, !own.contains(words),
      let entity = unsafe htmlEntityLookup(words)
    else { return nil }
    return Unicode.Scalar(unsafe entity.pointee.value)
  }
}
