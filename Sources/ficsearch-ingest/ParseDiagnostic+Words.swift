import FicParsing

extension ParseDiagnostic {
  /// What happened, for people.
  var words: String {
    switch code {
    case .invalidBytes: "\(count) times bytes that are not valid in the character set"
    case .nulBytes: "NUL characters dropped: \(count)"
    case .guessedCharset: "The character set was guessed."
    case .tooManyScenes: "More scenes than a chapter may have: the rest run on as one."
    case .tooManyChapters: "More chapters than a work may have: the rest run on as one."
    }
  }
}
