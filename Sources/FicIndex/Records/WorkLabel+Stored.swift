package import FicModel

extension WorkLabel {
  /// The label of a stored work: its title, or the last part of its path where no title is known.
  package init(_ id: WorkID, path: String, metadata: WorkMetadata) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(id: id.description, title: metadata.title ?? name, authors: metadata.authors)
  }

  /// The label of a stored work.
  package init(_ work: StoredWork) {
    self.init(work.id, path: work.path, metadata: work.metadata)
  }
}
