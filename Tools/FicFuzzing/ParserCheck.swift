import FicDialogue
import FicFormats
import FicModel
import FicParsing
import FicPrinter

/// Takes an input the whole way from bytes to an explained work, and tells which promises broke.
package struct ParserCheck: Sendable {
  /// Creates a check.
  package init() {}

  /// What is wrong with the result for `input`; empty where all promises hold.
  ///
  /// A file that is refused with an error breaks none. A crash is one that the caller sees.
  package func findings(for input: ParserInput) -> [String] {
    guard let document = document(of: input) else { return [] }
    var findings = DocumentCheck(document, source: input.bytes).findings()
    let parser = WorkParser()
    let (work, diagnostics, _) = parser.parseReporting([document])
    findings += joined(work, document)
    for (index, chapter) in work.chapters.enumerated() {
      let own =
        ChapterCheck(chapter, castCount: work.cast.count).findings()
        + LineCheck(chapter).findings()
      findings += own.map { "chapter \(index + 1): \($0)" }
    }
    for diagnostic in diagnostics.joined() where diagnostic.span.start > document.text.count {
      findings.append("a diagnostic lies outside: \(diagnostic.span)")
    }
    if let again = self.document(of: input) {
      if again.text != document.text || again.blocks != document.blocks {
        findings.append("the same bytes give two documents")
      }
      if parser.parse([again]) != work { findings.append("the same bytes give two works") }
    }
    return findings + explained(work, document)
  }

  private func document(of input: ParserInput) -> Document? {
    try? DocumentReaders().document(from: ChapterFile(path: input.name, bytes: input.bytes))
  }

  private func joined(_ work: ParsedWork, _ document: Document) -> [String] {
    var findings: [String] = []
    if work.chapters.isEmpty { findings.append("no chapter") }
    if work.chapters.flatMap(\.text) != document.text {
      findings.append("the chapters do not make up the document")
    }
    return findings
  }

  private func explained(_ work: ParsedWork, _ document: Document) -> [String] {
    let printer = ExplanationPrinter(style: PrintStyle(width: 80, usesColor: false))
    let explanation = Explanation(name: "fuzz", work: work, metadata: document.metadata)
    var screen = ""
    printer.write(explanation, to: &screen)
    printer.writeCast(of: work, to: &screen)
    for byte in screen.utf8 where byte < 0x20 && byte != 0x0A {
      return ["the explanation holds the control character \(byte)"]
    }
    return []
  }
}
