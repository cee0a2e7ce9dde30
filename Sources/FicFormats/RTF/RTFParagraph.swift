/// A paragraph of a rich text file.
struct RTFParagraph {
  /// Text of one kind; without bytes, a forced line break.
  private struct Piece {
    var bytes: [UInt8]
    var isItalic: Bool
    var isRaised: Bool
  }

  private var pieces: [Piece] = []

  /// Whether nothing visible is in it.
  var isBlank: Bool { pieces.allSatisfy { $0.bytes.allSatisfy { $0 <= 0x20 } } }

  /// Appends UTF-8.
  mutating func append(_ bytes: some Collection<UInt8>, isItalic: Bool, isRaised: Bool) {
    guard !bytes.isEmpty else { return }
    if let last = pieces.indices.last, pieces[last].isItalic == isItalic,
      pieces[last].isRaised == isRaised, !pieces[last].bytes.isEmpty
    {
      pieces[last].bytes += bytes
    } else {
      pieces.append(Piece(bytes: Array(bytes), isItalic: isItalic, isRaised: isRaised))
    }
  }

  /// Breaks the line.
  mutating func breakLine() { pieces.append(Piece(bytes: [], isItalic: false, isRaised: false)) }

  /// Adds the paragraph as an element.
  func write(as name: String, in parent: Int, to result: inout MarkupTranslation) {
    let element = result.open(name, in: parent)
    for piece in pieces {
      if piece.bytes.isEmpty {
        _ = result.open("br", in: element)
      } else {
        let line = piece.isItalic ? result.open("em", in: element) : element
        result.add(piece.bytes, in: piece.isRaised ? result.open("sup", in: line) : line)
      }
    }
  }
}
