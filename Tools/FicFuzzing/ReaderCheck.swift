import FicFormats
import FicModel
import FicParsing

/// Reads a file, and tells which promises of its document broke.
package struct ReaderCheck: Sendable {
  /// What came of a file.
  package struct Result: Sendable {
    /// Whether there is a document; a file that is refused with an error breaks no promise.
    package var isRead = false

    /// What is wrong; empty where all promises hold.
    package var findings: [String] = []

    /// Creates a result of nothing.
    package init() {}
  }

  /// One byte of a small file gives at most so many bytes of text: a copy of PalmDOC gives five,
  /// and a bomb is refused at 32 MiB.
  private static let mostBytes = 32 << 20

  /// Creates a check.
  package init() {}

  /// Reads the file of an input.
  package func result(for input: ParserInput) -> Result {
    var result = Result()
    do throws(FormatError) {
      let document = try read(input)
      result.isRead = true
      result.findings = findings(
        of: document,
        isPage: input.name.hasSuffix(".html")
          || input.bytes.prefix(64).contains(UInt8(ascii: "<"))
      )
      // Three bytes for one of an old charset, and the rules and gaps that tags stand for.
      let most = 3 * input.bytes.count + 8 * document.blocks.count + 1024
      if input.name.hasSuffix(".html"), document.text.count > most {
        result.findings.append("more text than the page has: \(document.text.count)")
      }
      let again = try read(input)
      if again.text != document.text || again.blocks != document.blocks
        || again.metadata != document.metadata
      {
        result.findings.append("the same bytes give two documents")
      }
    } catch {
      if result.isRead { result.findings.append("the same bytes are read and refused") }
      if error.path != input.name {
        result.findings.append("an error of another file: \(error.path)")
      }
    }
    return result
  }

  private func read(_ input: ParserInput) throws(FormatError) -> Document {
    try DocumentReaders().document(from: ChapterFile(path: input.name, bytes: input.bytes))
  }

  private func findings(of document: Document, isPage: Bool) -> [String] {
    var findings: [String] = []
    let text = document.text
    func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
      if !holds { findings.append(words()) }
    }
    expect(String(validating: text, as: UTF8.self) != nil, "the text is not UTF-8")
    expect(!text.contains(0) && !text.contains(0x0D), "the text holds a NUL or a CR")
    expect(text.count <= Self.mostBytes, "the text has \(text.count) bytes")
    expect(SpanOrder.tiles(document.blocks.map(\.span), text.count), "the blocks do not tile")
    let starts = document.chapterStarts.map(\.block)
    expect(starts.isEmpty || starts[0] == 0, "the first chapter does not begin with the text")
    expect(
      zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
        && starts.allSatisfy(document.blocks.indices.contains),
      "the chapters are out of order: \(starts)"
    )
    for diagnostic in document.diagnostics where diagnostic.span.end > text.count {
      expect(false, "a diagnostic lies outside: \(diagnostic.span)")
    }
    for field in document.metadata.fields {
      expect(!field.value.isEmpty && !field.key.isEmpty, "an empty fact: \(field.key)")
    }
    return findings + mapFindings(document, isPage: isPage)
  }

  /// Looks at every letter of a short text, and at some of a long one.
  ///
  /// A page may hold its parts in another order than that in which they are read.
  private func mapFindings(_ document: Document, isPage: Bool) -> [String] {
    var last = (source: 0, line: 1)
    let text = document.text
    for offset in stride(from: 0, to: text.count, by: max(1, text.count / 1000)) {
      // Rendered text has line feeds and marks that its source has not: only words have a place.
      guard text[offset] | 0x20 >= 0x61, text[offset] | 0x20 <= 0x7A else { continue }
      let place = document.offsetMap.sourceOffset(of: offset, in: text)
      let line = document.offsetMap.sourceLine(of: offset, in: text)
      guard isPage || place >= last.source && line >= last.line else {
        return ["the map is out of order at byte \(offset): \(place), line \(line), after \(last)"]
      }
      guard place >= 0, line >= 1, (place < last.source) == (line < last.line) || line == last.line
      else {
        return ["place and line disagree at byte \(offset): \(place), line \(line), after \(last)"]
      }
      last = (place, line)
    }
    return []
  }
}
