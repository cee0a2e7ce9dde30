import FicIndex

/// What a run has to do.
struct IngestPlan {
  /// The sources to read: those whose form keeps more of the text's structure first, so that a text
  /// is seldom written that a better one replaces, then in the order of the archive.
  var works: [WorkPlan] = []

  /// Sources that need not be read, of works that have several, by place.
  var others: [String: WorkPlan] = [:]

  /// Places of sources that the archive no longer has.
  var gonePlaces: Set<String> = []

  /// Files that the archive no longer has, or that hold no work any more, and that belong to no
  /// source that is read.
  var removedFiles: [IndexedFile] = []

  /// Files of known formats that were seen.
  var fileCount = 0

  /// Files that are as the index has them, or outside the paths that were asked for.
  var unchangedFiles = 0

  /// Takes over what another look found.
  ///
  /// What it would read is not added to the works, but kept for when another source has to be
  /// chosen.
  mutating func join(_ other: IngestPlan) {
    for work in other.works { others[work.place] = work }
    others.merge(other.others) { mine, _ in mine }
    gonePlaces.formUnion(other.gonePlaces)
    let removed = Set(removedFiles.map(\.path))
    removedFiles += other.removedFiles.filter { !removed.contains($0.path) }
  }
}
