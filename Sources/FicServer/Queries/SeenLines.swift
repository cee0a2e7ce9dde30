import FicModel

/// The lines that a watched query had found when somebody was last told what is new.
///
/// A line is known by its work and its words, so that a new index, or an edit elsewhere, makes
/// nothing new.
struct SeenLines: Sendable {
  /// The most lines that are remembered of a query: of one that finds more, the rest is not told.
  static let most = 10_000

  /// The files beside the index; a query's own ends with its name.
  private static func kind(_ listener: WatchListener) -> UserFile.Kind {
    UserFile.Kind(
      ending: listener.rawValue,
      form: "",
      opening: [],
      flawCode: "bad_\(listener.rawValue)"
    )
  }

  /// When it was last asked, in seconds since 1970.
  var time: Int

  /// What tells each line.
  var keys: Set<UInt64>

  /// What tells a line from others.
  static func key(of hit: Hit) -> UInt64 {
    let words = PrintedWords(hit.text).words.joined(separator: " ")
    return Fingerprint(Array("\(hit.work.id)\u{0}\(words)".utf8)).low
  }

  /// Where what a query had found is kept.
  private static func path(
    _ name: String,
    _ listener: WatchListener,
    _ options: DaemonOptions
  ) -> String {
    options.userFile(kind(listener)) + "-" + name
  }

  /// Reads what a query had found when `listener` was told; nil where it is not watched, or
  /// `listener` was told nothing yet.
  ///
  /// Throws: `Problem` where the file cannot be read.
  static func read(
    _ name: String,
    _ listener: WatchListener,
    _ options: DaemonOptions
  ) throws(Problem) -> SeenLines? {
    let path = path(name, listener, options)
    guard let bytes = try UserFileStore.bytes(at: path, of: kind(listener)) else { return nil }
    var numbers: [UInt64] = []
    for start in stride(from: 0, to: bytes.count - 7, by: 8) {
      numbers.append(bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    guard let time = numbers.first else { return nil }
    return SeenLines(time: Int(truncatingIfNeeded: time), keys: Set(numbers.dropFirst()))
  }

  /// Writes what a query had found when `listener` was told.
  ///
  /// Throws: `Problem` where the file cannot be written.
  func write(
    _ name: String,
    _ listener: WatchListener,
    _ options: DaemonOptions
  ) throws(Problem) {
    var bytes: [UInt8] = []
    for number in [UInt64(truncatingIfNeeded: time)] + keys.sorted() {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    let path = Self.path(name, listener, options)
    do throws(UserFileDisk.Failure) {
      try UserFileDisk.write(bytes, to: path)
    } catch {
      throw .notWritten(Self.kind(listener), path, cause: error.cause)
    }
  }

  /// Forgets what a query had found; returns whether anything was there.
  static func remove(_ name: String, _ options: DaemonOptions) -> Bool {
    let removed = WatchListener.allCases.map { UserFileDisk.remove(path(name, $0, options)) }
    return removed.contains(true)
  }
}
