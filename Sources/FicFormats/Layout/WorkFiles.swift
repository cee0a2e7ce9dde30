package import FicModel
package import FicParsing

/// The files that hold one work, in reading order.
package struct WorkFiles: Hashable, Sendable {
  /// What a file is to its work.
  package enum Role: Hashable, Sendable {
    /// It holds text of the work, as the other files of this role do.
    case text
    /// It holds the whole work in one of several formats; the first that can be read is read.
    case form
    /// It says what the work is and holds none of its text.
    case description
  }

  /// A file of a work.
  package struct Part: Hashable, Sendable {
    /// Relative to the archive.
    package var path: String

    /// What the file's name calls the chapter in it; nil where the file may hold a whole work.
    package var chapterTitle: ChapterTitle?

    /// What the file is to the work.
    package var role: Role

    /// Creates a part.
    package init(path: String, chapterTitle: ChapterTitle? = nil, role: Role = .text) {
      self.path = path
      self.chapterTitle = chapterTitle
      self.role = role
    }
  }

  /// The path of its file or folder, relative to the archive; `.` where its files lie in the
  /// archive's folder itself.
  ///
  /// It names the files as long as they stay where they are, and not the work in them.
  package var relativePath: String

  /// Whether the file says of itself that it is a work, though its name is that of a chapter.
  package var standsAlone = false

  /// In reading order; never empty.
  package var parts: [Part]

  /// What the names of files and folders say: the title, the author where the names around prove
  /// one.
  package var metadata: WorkMetadata

  /// Creates the files of a work.
  package init(relativePath: String, parts: [Part], metadata: WorkMetadata = WorkMetadata()) {
    self.relativePath = relativePath
    self.parts = parts
    self.metadata = metadata
  }

  /// The metadata of the work: for each fact, the origin that overrules the others.
  ///
  /// - Parameters:
  ///   - documents: The parts' documents, in order, as many as could be read.
  ///   - description: What a file beside them says of the work.
  /// - Returns: The merged facts, in the order of their sources.
  package func metadata(
    from documents: [Document],
    description: BookDescription? = nil
  ) -> WorkMetadata {
    var sources = documents.map(\.metadata)
    if parts.count(where: { $0.role == .text }) > 1 || parts.first?.chapterTitle != nil {
      // A title line in one of several chapter files is the chapter's.
      for index in sources.indices { sources[index].fields.removeAll { $0.origin == .text } }
    }
    let merged = WorkMetadata(merging: sources + [metadata])
    return description?.joined(to: merged) ?? merged
  }
}
