import FicModel
import FicParsing

/// The promises of a document: valid text without NUL and CR, blocks that tile it, a map that leads
/// back to the source in order.
struct DocumentCheck {
  private let document: Document
  private let source: [UInt8]

  init(_ document: Document, source: [UInt8]) {
    self.document = document
    self.source = source
  }

  func findings() -> [String] {
    var findings: [String] = []
    if String(validating: document.text, as: UTF8.self) == nil {
      findings.append("the text is not UTF-8")
    }
    if document.text.contains(0) || document.text.contains(0x0D) {
      findings.append("the text holds a NUL or a CR")
    }
    if !SpanOrder.tiles(document.blocks.map(\.span), document.text.count) {
      findings.append("the blocks do not tile the text")
    }
    return findings + mapFindings()
  }

  /// Looks at every scalar of a short text, and at some of a long one.
  private func mapFindings() -> [String] {
    let map = document.offsetMap
    let text = document.text
    var last = (source: -1, line: 0)
    let step = max(1, text.count / 2000)
    for offset in stride(from: 0, through: text.count, by: step) {
      if offset < text.count, text[offset] & 0xC0 == 0x80 { continue }
      let place = map.sourceOffset(of: offset, in: text)
      let line = map.sourceLine(of: offset, in: text)
      // UTF-16 has at least two bytes a scalar, everything else one.
      guard place > last.source, place <= source.count, line >= last.line, line >= 1 else {
        return ["the map is out of order at byte \(offset): \(place), line \(line), after \(last)"]
      }
      last = (place, line)
    }
    return []
  }
}
