package import FicModel
package import FicParsing

/// What the first stages of the parser make of a text: chapters, zones, scenes, as strings.
package struct Structure {
  /// The chapters of the text.
  package let drafts: [ChapterDraft]

  /// What was reported.
  package let diagnostics: [ParseDiagnostic]

  /// Reads plain text; with a chapter's title, the text is one chapter's file.
  package init(_ text: String, chapterTitle: ChapterTitle? = nil) {
    self.init(Array(text.utf8), chapterTitle: chapterTitle)
  }

  /// Reads bytes.
  package init(_ bytes: [UInt8], chapterTitle: ChapterTitle? = nil) {
    var document = Document(plainText: bytes)
    document.chapterTitle = chapterTitle
    var reported: [[ParseDiagnostic]] = [[]]
    var drafts = ChapterSegmenter().chapters(of: document, at: 0, reporting: &reported[0])
    ZoneSegmenter().segment(&drafts)
    ScriptReader().read(&drafts)
    SceneSegmenter().segment(&drafts, reporting: &reported)
    self.drafts = drafts
    diagnostics = reported[0]
  }

  /// "number: title" of each chapter.
  package var titles: [String] {
    drafts.map { draft in
      let title = draft.chapter.title
      return [title.printedNumber, title.title].compactMap(\.self).joined(separator: ": ")
    }
  }

  /// The visible text of each zone of a kind, in order.
  package func zones(_ kind: ZoneKind) -> [String] {
    drafts.flatMap { draft in
      draft.chapter.zones.filter { $0.kind == kind }
        .map { Self.visible($0.span, in: draft) }.filter { !$0.isEmpty }
    }
  }

  /// The kinds of the zones that are no story, in order.
  package var kinds: [ZoneKind] {
    drafts.flatMap { $0.chapter.zones.map(\.kind) }.filter { $0 != .story }
  }

  /// All scenes.
  package var scenes: [Scene] { drafts.flatMap(\.chapter.scenes) }

  /// The text of each scene.
  package var sceneTexts: [String] {
    drafts.flatMap { draft in draft.chapter.scenes.map { Self.visible($0.span, in: draft) } }
  }

  private static func visible(_ span: TextSpan, in draft: ChapterDraft) -> String {
    var bytes = draft.chapter.text[span.range]
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
