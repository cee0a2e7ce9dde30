import FicModel

/// What came over a connection.
struct Reply: Sendable {
  var bytes: [UInt8] = []

  /// Whether the server has closed.
  var isClosed = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The status of the first answer; nil where there is none.
  var status: Int? {
    let words = text.prefix(64).split(separator: " ")
    return words.first == "HTTP/1.1" && words.count > 1 ? Int(words[1]) : nil
  }

  /// What stands behind the first blank line.
  var body: String {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// The value of a header of the first answer.
  func header(_ name: String) -> String? {
    for line in text.split(separator: "\r\n\r\n").first?.split(separator: "\r\n") ?? [] {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name.lowercased() {
        return parts[1].drop { $0 == " " }.description
      }
    }
    return nil
  }

  /// The problem in the body.
  var problem: Problem? { try? Problem(json: JSONValue(Array(body.utf8))) }
}
