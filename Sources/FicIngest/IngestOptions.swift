import FicFormats

/// What a run of the ingest worker is told.
package struct IngestOptions: Sendable {
  /// The archive's folders, absolute.
  package var archive: [String]

  /// Files and folders to look at, absolute; all of the archive if empty.
  package var paths: [String]

  /// Whether files are read although nothing says that they changed.
  package var readsAll: Bool

  /// Whether what is derived from the stored texts is made anew before.
  package var rebuilds: Bool

  /// The size above which a file is refused, in bytes.
  package var maximumFileBytes: Int

  /// How many works are read at once; at least 1.
  package var jobs: Int

  /// Whether the text of a file that has gone stays searchable.
  package var keepsRemoved: Bool

  /// Whether what was in a folder that is empty now goes; else it may only be away.
  package var forgetsEmptyFolders: Bool

  /// References to works and chapters whose kept text shall go; only what is gone from the archive
  /// goes.
  package var forgets: [String]

  /// Files of aliases that the user named, absolute.
  package var aliases: [String]

  /// The file of aliases beside the index, which need not be there.
  package var ownAliases: String?

  /// The file of corrections beside the index, which need not be there.
  package var corrections: String?

  /// Creates options.
  package init(
    archive: [String],
    paths: [String] = [],
    readsAll: Bool = false,
    rebuilds: Bool = false,
    maximumFileBytes: Int = ChapterFile.defaultByteLimit,
    jobs: Int = 1,
    keepsRemoved: Bool = false,
    forgetsEmptyFolders: Bool = false,
    forgets: [String] = [],
    aliases: [String] = [],
    ownAliases: String? = nil,
    corrections: String? = nil
  ) {
    self.archive = archive
    self.paths = paths
    self.readsAll = readsAll
    self.rebuilds = rebuilds
    self.maximumFileBytes = maximumFileBytes
    self.jobs = max(1, jobs)
    self.keepsRemoved = keepsRemoved
    self.forgetsEmptyFolders = forgetsEmptyFolders
    self.forgets = forgets
    self.aliases = aliases
    self.ownAliases = ownAliases
    self.corrections = corrections
  }
}
