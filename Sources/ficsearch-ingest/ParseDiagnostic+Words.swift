import FicParsing

extension ParseDiagnostic {
  /// What happened, for people.
  var words: String {
    switch code {
    case .invalidBytes: "\(count) times bytes that are not valid in the character set"
    case .nulBytes: "NUL characters dropped: \(count)"
    case .guessedCharset: "The character set was guessed."
    case .doubtfulCharset: "The character set is doubtful: letters may be wrong."
    case .repairedMojibake: "Letters that had been read in the wrong character set were repaired."
    case .strayEntries: "Entries whose names lead out of the archive, left out: \(count)"
    case .unlistedPages: "Pages that the book's reading order leaves out, at its end: \(count)"
    case .missingPages: "Pages that the book lists and does not have: \(count)"
    case .tooManyScenes: "More scenes than a chapter may have: the rest run on as one."
    case .tooManyChapters: "More chapters than a work may have: the rest run on as one."
    }
  }
}
