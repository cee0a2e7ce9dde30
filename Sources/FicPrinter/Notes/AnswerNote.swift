import FicModel
import FicWire

/// Something that is said below the hits: what was left out, and how to have it.
struct AnswerNote {
  /// What leads on from a note.
  enum Follow {
    /// The same search with a change.
    case search(SearchParameters)
    /// A list of works.
    case works(WorksParameters)
    /// A work.
    case work(WorkLabel)
    /// Queries that may have been meant.
    case queries([String])
    /// A command that changes something.
    case command(CommandWords)
  }

  /// The title or the name that the note begins with.
  var lead = ""

  /// The words, without a stop where something follows.
  var text: String

  /// What leads on.
  var follow: Follow?

  /// Whether it belongs to the note before.
  var isWithin = false
}
