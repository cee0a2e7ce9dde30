package import FicModel

/// A line that the user corrects: which work it is of, and by what it is known again.
package struct CorrectableLine: Sendable {
  /// Words by which a place is known again, with those before it.
  package struct Mark: Sendable {
    /// Its words, as printed.
    package var words: String

    /// The words before.
    package var before: String
  }

  /// The work.
  package var work: WorkLabel

  /// The file that holds it.
  package var path: String

  /// The line, as printed.
  package var text: String

  /// What stands in quotation marks in it; nil where nothing does that has words.
  package var said: Mark?

  /// Who says it, as far as the reader knows.
  package var speaker: String?

  /// How it opens; nil where no scene can begin with it: it has no words, is no story, or goes on a
  /// paragraph.
  package var opening: Mark?
}

extension SearchEngine {
  /// The line at a REF, to be corrected.
  ///
  /// Throws `Problem` for what is no REF or leads nowhere, and `IndexError`.
  package func correctable(
    _ ref: String,
    deadline: Deadline = .never
  ) async throws -> CorrectableLine {
    let reference = try Self.reference(ref)
    return try await index.snapshot("read a chapter of the index", deadline: deadline) { snapshot in
      let cache = ChapterCache(snapshot)
      let entry = try Self.entry(at: reference, ref, cache)
      guard let offset = reference.offset, let index = entry.lines.index(at: offset) else {
        throw Problem(
          code: "bad_reference",
          status: 400,
          detail: "\"\(ref)\" names no line",
          hint: "take the REF of a hit, as in k7f2qdmx:3:1045"
        )
      }
      return Self.correctable(
        entry.lines.lines[index],
        of: entry.records,
        try cache.label(of: reference.work)
      )
    }
  }

  private static func correctable(
    _ line: Line,
    of records: ChapterRecords,
    _ work: WorkLabel
  ) -> CorrectableLine {
    let chapter = records.chapter
    let own = chapter.utterances[line.utterances]
    let spoken = own.filter { $0.kind != .notSpeech }
    let text = FoldedText(line.pieces, of: chapter.text, whole: true).text
    var result = CorrectableLine(
      work: work,
      path: records.path,
      text: text,
      speaker: spoken.lazy.compactMap(\.attribution.speaker).first.flatMap(records.name)
    )
    let quotations = (spoken.isEmpty ? Array(own) : spoken).flatMap(\.quotations)
    if let first = quotations.first {
      let words = quotations.map {
        String(decoding: chapter.text[$0.content.range], as: UTF8.self)
      }
      result.said = mark(words.joined(separator: " "), at: first.span.start, of: chapter)
    }
    let isParagraph = chapter.paragraphs.contains { $0.start == line.span.start }
    if line.zone == .story, isParagraph {
      result.opening = mark(text, at: line.span.start, of: chapter)
    }
    return result
  }

  private static func mark(
    _ text: String,
    at place: Int,
    of chapter: Chapter
  ) -> CorrectableLine.Mark? {
    let words = PrintedWords.opening(of: text)
    guard !PrintedWords(words).words.isEmpty else { return nil }
    return CorrectableLine.Mark(
      words: words,
      before: PrintedWords.before(place, of: chapter.text)
    )
  }
}
