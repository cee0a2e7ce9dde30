package import FicModel

/// A work as the ingest worker hands it to the index.
package struct WorkRecord: Hashable, Sendable {
  /// The id that it wants.
  package var id: WorkID

  /// What identifies it for good: its address, else title and authors, else its place in the
  /// archive; whichever was known when it came.
  package var identity: String

  /// The file or folder that it is, for people.
  package var path: String

  /// What is known of it.
  package var metadata: WorkMetadata

  /// Its cast; a `CastID` is an index into it.
  package var cast: [CastMember]

  /// When it came, in seconds since 1970; a work that is stored keeps its own.
  package var added: Int?

  /// Creates a record.
  package init(
    id: WorkID,
    identity: String,
    path: String,
    metadata: WorkMetadata,
    cast: [CastMember],
    added: Int? = nil
  ) {
    self.id = id
    self.identity = identity
    self.path = path
    self.metadata = metadata
    self.cast = cast
    self.added = added
  }
}
