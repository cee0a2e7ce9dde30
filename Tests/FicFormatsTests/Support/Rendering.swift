import FicDialogue
import FicFormats
import FicModel
import FicParsing

/// What a reader makes of a file, as lines that can be compared.
struct Rendering {
  /// The document.
  let document: Document

  /// Reads a file with every reader.
  init(_ path: String, _ bytes: [UInt8]) throws {
    document = try DocumentReaders().document(from: ChapterFile(path: path, bytes: bytes))
  }

  /// Reads a page.
  init(html: String) throws {
    try self.init("page.html", Array(html.utf8))
  }

  /// Reads what stands in the body of a page.
  init(body: String) throws {
    try self.init(html: "<html><body>" + body + "</body></html>")
  }

  /// A line for each block: its kind and its text.
  var blocks: [String] {
    document.blocks.map { block in
      let text = String(decoding: document.text[block.span.range], as: UTF8.self)
        .replacing("\n", with: "\u{23CE}")
      switch block.kind {
      case .paragraph: return text
      case .heading(let level): return "h\(level) " + text
      case .rule: return "rule"
      case .blank(let lines): return "blank \(lines)"
      case .note: return "note " + text
      case .blockQuote: return "> " + text
      case .marked(let zone): return zone.rawValue + " " + text
      case .header: return "header " + text
      }
    }
  }

  /// The visible paragraphs, without the line feed at their ends.
  var paragraphs: [String] {
    document.blocks.filter { !$0.isBlank }.map { block in
      String(decoding: document.text[block.span.range].dropLast(), as: UTF8.self)
    }
  }

  /// The visible paragraphs of what is boilerplate for certain, or of all else.
  func paragraphs(ofBoilerplate isBoilerplate: Bool) -> [String] {
    document.blocks.filter { !$0.isBlank && ($0.markedZone == .boilerplate) == isBoilerplate }
      .map { block in
        String(decoding: document.text[block.span.range].dropLast(), as: UTF8.self)
      }
  }

  /// "key: value" of each fact.
  var facts: [String] { document.metadata.fields.map { "\($0.key): \($0.value)" } }

  /// "number: title" of each chapter, with its story's first line.
  var chapters: [String] {
    WorkParser().parse([document]).chapters.map { chapter in
      let title = [chapter.title.printedNumber, chapter.title.title].compactMap(\.self)
      let scene = chapter.scenes.first.map {
        String(decoding: chapter.text[$0.span.range].prefix { $0 != 0x0A }, as: UTF8.self)
      }
      return title.joined(separator: ": ") + " | " + (scene ?? "")
    }
  }

  /// The kinds and the first words of the zones that are no story, chapter by chapter.
  func zones(_ kind: ZoneKind) -> [String] {
    WorkParser().parse([document]).chapters.flatMap { chapter in
      chapter.zones.filter { $0.kind == kind }.map {
        String(decoding: chapter.text[$0.span.range], as: UTF8.self)
          .split(separator: "\n").joined(separator: " / ")
      }
    }
  }
}
