import FicIndex

/// What a run has to do.
struct IngestPlan {
  /// The sources to read: those whose form keeps more of the text's structure first, so that a text
  /// is seldom written that a better one replaces, then in the order of the archive.
  var works: [WorkPlan] = []

  /// Places of sources that the archive no longer has.
  var gonePlaces: Set<String> = []

  /// Files that the archive no longer has, or that hold no work any more, and that belong to no
  /// source that is read; by path.
  var removedFiles: [String: IndexedFile] = [:]

  /// Files of known formats that were seen.
  var fileCount = 0

  /// Files that are as the index has them, or outside the paths that were asked for.
  var unchangedFiles = 0
}
