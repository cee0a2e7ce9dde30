import FicWire

/// What a job looks at.
package struct ReindexScope: Hashable, Sendable {
  /// A job with more paths looks at the whole archive: that costs a `stat` a file, and the paths
  /// have to fit on a command line.
  package static let maximumPaths = 256

  /// The most bytes of all paths; Linux takes 128 KiB for one argument and 2 MiB for all of them.
  package static let maximumPathBytes = 64 * 1024

  /// Absolute paths, none below another; empty for the whole archive.
  package private(set) var paths: [String]

  /// Whether unchanged files are read again too.
  package var all: Bool

  /// Whether what is derived from the stored texts is made anew before.
  package var rebuild: Bool

  /// Whether what was in folders that are empty now goes.
  package var gone: Bool

  /// References to what is gone from the archive and shall be kept no longer; ascending, none
  /// twice.
  package private(set) var forgets: [String]

  /// Creates a scope; too many paths become the whole archive.
  package init(
    paths: [String] = [],
    all: Bool = false,
    rebuild: Bool = false,
    gone: Bool = false,
    forgets: [String] = []
  ) {
    self.paths = Self.reduced(paths)
    self.all = all
    self.rebuild = rebuild
    self.gone = gone
    self.forgets = Set(forgets).sorted()
  }

  /// The scope of a job.
  init(_ job: JobReport) {
    self.init(
      paths: job.paths,
      all: job.all,
      rebuild: job.rebuild,
      gone: job.gone,
      forgets: job.forgets
    )
  }

  /// What holds both.
  package func union(_ other: ReindexScope) -> ReindexScope {
    let whole = paths.isEmpty || other.paths.isEmpty
    return ReindexScope(
      paths: whole ? [] : paths + other.paths,
      all: all || other.all,
      rebuild: rebuild || other.rebuild,
      gone: gone || other.gone,
      forgets: forgets + other.forgets
    )
  }

  /// Drops what lies below another path, and everything where that is still too much.
  private static func reduced(_ paths: [String]) -> [String] {
    var kept: [String] = []
    // "/a", "/a/b" and "/a-b" sort in just this order when "/" sorts before everything else.
    for path in Set(paths).sorted(by: precedes) {
      if let last = kept.last, path.hasPrefix(last + "/") { continue }
      kept.append(path)
    }
    let bytes = kept.reduce(0) { $0 + $1.utf8.count + 1 }
    return kept.count > maximumPaths || bytes > maximumPathBytes ? [] : kept
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8) { first, second in
      rank(first) < rank(second)
    }
  }

  private static func rank(_ byte: UInt8) -> Int { byte == UInt8(ascii: "/") ? -1 : Int(byte) }
}
