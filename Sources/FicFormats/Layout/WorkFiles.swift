package import FicModel
package import FicParsing

/// The files that hold one work, in reading order.
package struct WorkFiles: Hashable, Sendable {
  /// A file of a work.
  package struct Part: Hashable, Sendable {
    /// Relative to the archive.
    package var path: String

    /// What the file's name calls the chapter in it; nil where the file may hold a whole work.
    package var chapterTitle: ChapterTitle?

    /// Creates a part.
    package init(path: String, chapterTitle: ChapterTitle? = nil) {
      self.path = path
      self.chapterTitle = chapterTitle
    }
  }

  /// Names the work as long as its files stay where they are: the path of its file or folder.
  package var identity: String

  /// In reading order; never empty.
  package var parts: [Part]

  /// What the names of files and folders say: the title, the author where the names around prove one.
  package var metadata: WorkMetadata

  /// Creates the files of a work.
  package init(identity: String, parts: [Part], metadata: WorkMetadata = WorkMetadata()) {
    self.identity = identity
    self.parts = parts
    self.metadata = metadata
  }

  /// The metadata of the work: for each fact, the origin that overrules the others.
  ///
  /// - Parameter documents: The parts' documents, in order, as many as could be read.
  /// - Returns: The merged facts, in the order of their sources.
  package func metadata(from documents: [Document]) -> WorkMetadata {
    var sources = documents.map(\.metadata)
    if parts.count > 1 || parts.first?.chapterTitle != nil {
      // A title line in one of several chapter files is the chapter's.
      for index in sources.indices { sources[index].fields.removeAll { $0.origin == .text } }
    }
    return WorkMetadata(merging: sources + [metadata])
  }
}
