/// Words that a value must hold, with gaps that anything may fill.
package struct ValuePattern: Hashable, Sendable {
  /// A run of terms without a gap.
  struct Piece: Hashable, Sendable {
    /// The terms with a blank between two.
    var bytes: [UInt8]

    /// Whether the first term may be the end of a word.
    var isOpenBefore = false

    /// Whether the last term may be the start of a word.
    var isOpenAfter = false
  }

  /// In order; none where any value does.
  var pieces: [Piece]

  /// Whether the value must be the piece, and no more.
  var isWhole = false

  /// A pattern for one value, the terms of which are `bytes`.
  init(whole bytes: [UInt8]) {
    pieces = [Piece(bytes: bytes)]
    isWhole = true
  }

  /// Reads words in which asterisks stand for anything; nil where there is neither.
  package init?(_ text: String, isPrefix: Bool = false) {
    let segments = (isPrefix ? text + "*" : text)
      .split(separator: "*", omittingEmptySubsequences: false)
    pieces = []
    for (index, segment) in segments.enumerated() {
      let bytes = FoldedWords.bytes(of: String(segment))
      guard !bytes.isEmpty else { continue }
      pieces.append(
        Piece(
          bytes: bytes,
          isOpenBefore: index > 0 && Self.isWord(segment.first),
          isOpenAfter: index < segments.count - 1 && Self.isWord(segment.last)
        )
      )
    }
    if pieces.isEmpty, segments.count == 1 { return nil }
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || "'’".contains($0) } ?? false
  }

  /// Whether a value of terms holds the pieces one after the other.
  ///
  /// Complexity: O(n · m) in the lengths of value and pattern.
  package func matches(_ value: some RandomAccessCollection<UInt8>) -> Bool {
    let value = Array(value)
    if isWhole { return pieces.first.map { $0.bytes == value } ?? true }
    var place = 0
    for piece in pieces {
      // The earliest end leaves the most for the pieces behind.
      guard let end = Self.end(of: piece, in: value, from: place) else { return false }
      place = end
    }
    return true
  }

  private static func end(of piece: Piece, in value: [UInt8], from start: Int) -> Int? {
    let count = piece.bytes.count
    guard value.count - start >= count else { return nil }
    for place in start...value.count - count {
      guard value[place] == piece.bytes[0] else { continue }
      let end = place + count
      guard piece.isOpenBefore || place == 0 || value[place - 1] == 0x20,
        piece.isOpenAfter || end == value.count || value[end] == 0x20,
        value[place..<end].elementsEqual(piece.bytes)
      else { continue }
      return end
    }
    return nil
  }
}

extension ValuePattern {
  /// A pattern of terms one after the other.
  package init(_ terms: [Term], isPrefix: Bool) {
    pieces = [
      Piece(
        bytes: Array(terms.map(\.bytes).joined(separator: [0x20])),
        isOpenAfter: isPrefix
      )
    ]
  }
}

extension ValuePattern: CustomStringConvertible {
  /// The terms, with an asterisk for each gap.
  package var description: String {
    if isWhole { return pieces.map { "=\(String(decoding: $0.bytes, as: UTF8.self))" }.joined() }
    if pieces.isEmpty { return "*" }
    return pieces.map { piece in
      (piece.isOpenBefore ? "*" : "") + String(decoding: piece.bytes, as: UTF8.self)
        + (piece.isOpenAfter ? "*" : "")
    }.joined(separator: " * ")
  }
}
