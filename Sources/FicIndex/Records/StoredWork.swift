package import FicModel

/// A work as an index gives it back.
package struct StoredWork: Hashable, Sendable {
  /// Names it.
  package var id: WorkID

  /// The file or folder that it is.
  package var path: String

  /// What is known of it.
  package var metadata: WorkMetadata

  /// The number of its chapters, those that are gone and kept among them.
  package var chapters: Int

  /// The number of its scenes.
  package var scenes: Int

  /// The number of its words of story.
  package var words: Int

  /// The number of its chapters that are gone from the archive and kept.
  package var removedChapters: Int

  /// The texts of it that the archive has, the chosen one first, then by place.
  package var sources: [SourceRecord]

  /// The work that holds its text and is shown in its place; nil for any other.
  package var copyOf: WorkID?

  /// When it came into the index, in seconds since 1970; nil where that is not known.
  package var added: Int?

  /// Creates a work.
  package init(
    id: WorkID,
    path: String,
    metadata: WorkMetadata,
    chapters: Int,
    scenes: Int,
    words: Int,
    removedChapters: Int = 0,
    sources: [SourceRecord] = [],
    copyOf: WorkID? = nil,
    added: Int? = nil
  ) {
    self.id = id
    self.path = path
    self.metadata = metadata
    self.chapters = chapters
    self.scenes = scenes
    self.words = words
    self.removedChapters = removedChapters
    self.sources = sources
    self.copyOf = copyOf
    self.added = added
  }
}
