import Logging

extension Setting {
  /// Every setting, in the order of the configuration file.
  package static let all: [Setting] = [
    Setting(
      "archive.paths",
      .folders(\.archive),
      variable: "FICSEARCH_ARCHIVE",
      """
      The folders that are indexed, with all below them. The daemon must be able to read them.
      """
    ),
    Setting(
      "archive.watch",
      .flag(\.watchesArchive),
      """
      Whether a file that is written, changed or removed is noticed without `ficsearch reindex`.
      """
    ),
    Setting(
      "archive.settleMilliseconds",
      .number(\.settleMilliseconds, 0...60_000),
      "How long a file must rest before it is read, in milliseconds."
    ),
    Setting(
      "archive.keepRemoved",
      .flag(\.keepsRemoved),
      "Whether a file that is gone stays searchable, marked as removed."
    ),
    Setting(
      "archive.forgetEmpty",
      .flag(\.forgetsEmptyFolders),
      """
      Whether what was in a folder goes when the folder is empty. Without it, the disk may only be \
      away: the works stay until `ficsearch reindex --gone`.
      """
    ),
    Setting(
      "archive.aliases",
      .optionalPath(\.aliases),
      variable: "FICSEARCH_ALIASES",
      """
      A file of aliases of characters that you keep by hand, beside what `ficsearch alias` sets.
      """
    ),
    Setting(
      "index.path",
      .path(\.index),
      variable: "FICSEARCH_INDEX",
      needsRestart: true,
      "The index, one SQLite file. Beside it lie its -wal and -shm while it is open."
    ),
    Setting(
      "server.socket",
      .path(\.socket),
      variable: "FICSEARCH_SOCKET",
      needsRestart: true,
      "The socket to listen on, unless systemd hands one over."
    ),
    Setting(
      "server.adminGroup",
      .text(\.adminGroup),
      """
      The group whose members may reindex, set aliases and correct lines, as root and the daemon's \
      user may. Empty for none.
      """
    ),
    Setting(
      "server.maxConnections",
      .number(\.maximumConnections, 1...4000),
      needsRestart: true,
      "The most connections at a time; further ones wait in the socket's queue."
    ),
    Setting(
      "server.concurrentQueries",
      .number(\.concurrentQueries, 1...64),
      needsRestart: true,
      "The most queries that run at a time."
    ),
    Setting(
      "server.queuedQueries",
      .number(\.queuedQueries, 0...100_000),
      needsRestart: true,
      "The most queries that wait; one more is answered 503."
    ),
    Setting(
      "server.requestLineBytes",
      .number(\.requestLineBytes, 1024...1_048_576),
      needsRestart: true,
      "The longest request line, in bytes."
    ),
    Setting(
      "query.maxBytes",
      .number(\.queryBytes, 1...65_536),
      "The longest query, in bytes of UTF-8."
    ),
    Setting(
      "query.maxTerms",
      // A plan numbers no more leaves.
      .number(\.queryTerms, 1...256),
      "The most words and fields in one query."
    ),
    Setting(
      "query.timeoutMilliseconds",
      .number(\.queryMilliseconds, 1...600_000),
      "How long a query may run before it is stopped, in milliseconds."
    ),
    Setting(
      "query.maxHits",
      .number(\.maximumHits, 1...1000),
      "The most hits in one answer; the rest comes page by page."
    ),
    Setting(
      "query.cacheBytes",
      .number(\.cacheBytes, 0...1 << 30),
      """
      The most bytes of answers that are kept for when they are asked for again; 0 for none. They \
      are forgotten when the index changes.
      """
    ),
    Setting(
      "watches.command",
      .text(\.watchCommand),
      """
      A command for the shell, run after each run that brought new lines to what `ficsearch watch` \
      watches. It reads those lines as JSON Lines; FICSEARCH_NEW_LINES has their number and \
      FICSEARCH_WATCHES the names. It has what rights the daemon has, and a minute. Empty for none.
      """
    ),
    Setting(
      "ingest.executable",
      .path(\.worker),
      variable: "FICSEARCH_INGEST",
      "The worker that the daemon starts to read the archive; by default the one installed with it."
    ),
    Setting(
      "ingest.maxFileBytes",
      .number(\.maximumFileBytes, 1...1 << 40),
      "A larger file is reported and left out, in bytes."
    ),
    Setting(
      "ingest.jobs",
      .number(\.parseJobs, 0...1024),
      "How many chapters are parsed at a time; 0 for as many as there are processor cores."
    ),
    Setting(
      "log.level",
      .choice(\.logLevel, Logger.Level.allCases.map(\.rawValue)),
      "How much goes to the journal."
    ),
  ]
}
