import FicModel
import FicParsing

/// Words what a reader or the parser repaired or cut in a file that is searchable all the same.
enum Repair {
  /// What is said of a file rather than of a place in it.
  private static let ofWholeFiles: Set<ParseDiagnostic.Code> = [
    .strayEntries, .missingPages, .unlistedPages, .doubtfulCharset,
  ]

  /// The problem to report; nil for what nobody needs to know.
  static func problem(
    for diagnostic: ParseDiagnostic,
    in document: Document,
    path: String
  ) -> FileProblem? {
    let line = document.offsetMap.sourceLine(of: diagnostic.span.start, in: document.text)
    func problem(_ cause: String, _ hint: String) -> FileProblem {
      FileProblem(
        code: diagnostic.code.rawValue,
        path: path,
        place: Self.ofWholeFiles.contains(diagnostic.code) ? nil : "line \(line)",
        cause: cause,
        hint: hint
      )
    }
    let count = diagnostic.count
    switch diagnostic.code {
    case .invalidBytes:
      return problem(
        "\(count) places hold bytes that are no text; they read as U+FFFD",
        "save the file as UTF-8; its other text is searchable"
      )
    case .nulBytes:
      return problem(
        "\(count) NUL characters were left out",
        "nothing need be done; the text is searchable"
      )
    case .tooManyScenes:
      return problem(
        "the chapter has more scenes than are kept apart; the rest is one scene",
        "nothing need be done; the text is searchable"
      )
    case .tooManyChapters:
      return problem(
        "the work has more chapters than are kept apart; the rest is one chapter",
        "split the file"
      )
    case .strayEntries:
      return problem(
        count == 1
          ? "an entry of the archive leads outside of it; it was left out"
          : "\(count) entries of the archive lead outside of it; they were left out",
        "get the book again from a source that you trust; its other text is searchable"
      )
    case .missingPages:
      return problem(
        count == 1
          ? "a page that the book lists is not in it"
          : "\(count) pages that the book lists are not in it",
        "download it again; its other pages are searchable"
      )
    case .unlistedPages:
      return problem(
        count == 1
          ? "a page that the book's reading order leaves out stands at its end"
          : "\(count) pages that the book's reading order leaves out stand at its end",
        "nothing need be done; they are searchable"
      )
    case .doubtfulCharset:
      return problem(
        "it is not plain which character set the file is in; letters with accents may be wrong",
        "save the file as UTF-8; its other text is searchable"
      )
    case .guessedCharset, .repairedMojibake: return nil
    }
  }
}
