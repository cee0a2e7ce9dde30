package import FicModel

/// A parsed file, to be shown with what the parser saw in it and why.
package struct Explanation: Sendable {
  /// How the file is called.
  package var name: String

  /// The work that it belongs to.
  package var work: ParsedWork

  /// Which of the work's documents the file is.
  package var document: Int

  /// What the file says of the work.
  package var metadata: WorkMetadata

  /// What was repaired, cut or guessed, in words.
  package var notices: [String]

  /// Creates an explanation.
  package init(
    name: String,
    work: ParsedWork,
    document: Int = 0,
    metadata: WorkMetadata = WorkMetadata(),
    notices: [String] = []
  ) {
    self.name = name
    self.work = work
    self.document = document
    self.metadata = metadata
    self.notices = notices
  }
}
