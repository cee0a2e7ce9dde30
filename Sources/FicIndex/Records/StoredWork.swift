package import FicModel

/// A work as an index gives it back.
package struct StoredWork: Hashable, Sendable {
  /// Names it.
  package var id: WorkID

  /// The file or folder that it is.
  package var path: String

  /// What is known of it.
  package var metadata: WorkMetadata

  /// Its cast; a `CastID` is an index into it.
  package var cast: [CastMember]

  /// The number of its chapters.
  package var chapters: Int

  /// The number of its scenes.
  package var scenes: Int

  /// The number of its words of story.
  package var words: Int

  /// Creates a work.
  package init(
    id: WorkID,
    path: String,
    metadata: WorkMetadata,
    cast: [CastMember],
    chapters: Int,
    scenes: Int,
    words: Int
  ) {
    self.id = id
    self.path = path
    self.metadata = metadata
    self.cast = cast
    self.chapters = chapters
    self.scenes = scenes
    self.words = words
  }
}
