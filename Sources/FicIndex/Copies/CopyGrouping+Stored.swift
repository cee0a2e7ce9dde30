import FicModel

extension CopyGrouping.Node {
  /// The node of a stored work.
  package init(_ work: StoredWork) {
    let chosen = work.sources.first { $0.isChosen }
    self.init(
      id: work.id,
      quality: SourceQuality(
        chapters: work.chapters,
        updated: chosen?.quality.updated ?? "",
        isNamed: chosen?.quality.isNamed ?? false,
        form: chosen?.quality.form ?? 0,
        words: work.words
      )
    )
  }
}
