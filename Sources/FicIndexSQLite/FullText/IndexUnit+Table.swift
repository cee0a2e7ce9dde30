import FicIndex

extension IndexUnit.Kind {
  /// The FTS5 table of the units.
  var table: String {
    switch self {
    case .scene: "scene_fts"
    case .utterance: "utterance_fts"
    case .matter: "matter_fts"
    }
  }

  /// Whether pairs of frequent words are terms of the table.
  var hasPairs: Bool { self != .matter }

  /// The columns of the table, its text first.
  var columns: [String] {
    switch self {
    case .scene: ["text", "\"cast\""]
    case .utterance: ["text", "speaker", "addressee"]
    case .matter: ["text"]
    }
  }
}
