import FicModel

/// As much of an answer as one message holds.
///
/// An assistant that reads a chapter of a hundred kilobytes has room for nothing else.
struct MCPExcerpt {
  /// The most bytes of an answer in one message: about six thousand words.
  static let maximumBytes = 32 << 10

  /// The part, and behind it how to go on where there is more.
  let text: String

  /// Takes the part of an answer of a tool that begins at a byte.
  ///
  /// - Throws: `Problem` where the answer is shorter.
  init(of bytes: [UInt8], from start: Int, tool: String) throws(Problem) {
    guard start == 0 || start < bytes.count else {
      throw Problem(
        code: "bad_parameter",
        status: 400,
        detail: "the argument from is \(start), and the answer has \(bytes.count) bytes",
        hint: "it takes what an answer that was cut says at its end"
      )
    }
    let rest = bytes[start...].drop { Self.continues($0) }
    var part = rest.prefix(Self.maximumBytes)
    if part.endIndex < bytes.endIndex {
      let newline = UInt8(ascii: "\n")
      if let end = part.lastIndex(of: newline) {
        part = part[...end]
      } else {
        while part.endIndex > part.startIndex, Self.continues(bytes[part.endIndex]) {
          part.removeLast()
        }
      }
    }
    var text = String(decoding: part, as: UTF8.self)
    if part.endIndex < bytes.endIndex {
      text += """

        [Cut here: this is byte \(part.startIndex) to \(part.endIndex) of \(bytes.count). To go on, \
        call \(tool) again with the same arguments and from \(part.endIndex).]

        """
    }
    self.text = text
  }

  /// Whether a byte is within a letter of UTF-8.
  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
