package import FicModel

/// What the daemon's settings are set to; a new one has their defaults.
///
/// `Setting.all` says what each may be.
package struct DaemonOptions: Hashable, Sendable {
  /// The folders that are indexed: absolute, without `.`, `..` and a last slash.
  package var archive: [String] = []

  /// Whether changes of the archive are noticed without a request.
  package var watchesArchive = true

  /// How long a file must rest before it is read, in milliseconds.
  package var settleMilliseconds = 500

  /// Whether a file that is gone stays searchable.
  package var keepsRemoved = false

  /// Whether what was in folders that are empty now goes.
  package var forgetsEmptyFolders = false

  /// A file of aliases that somebody keeps by hand; empty for none.
  package var aliases = ""

  /// The index file.
  package var index = "/var/lib/ficsearch/index.sqlite"

  /// The file beside the index that holds what is set over the API.
  package func userFile(_ kind: UserFile.Kind) -> String {
    UserFile.path(besideIndex: index, kind)
  }

  /// The socket to listen on, unless the service manager hands one over.
  package var socket = "/run/ficsearch/ficsearch.sock"

  /// The group whose members may reindex and set aliases; empty for none.
  package var adminGroup = "ficsearch-admin"

  /// The most connections at a time; further ones wait in the socket's queue.
  package var maximumConnections = 256

  /// The most queries that run at a time.
  package var concurrentQueries = 8

  /// The most queries that wait; one more is answered 503 with Retry-After.
  package var queuedQueries = 256

  /// The longest request line, in bytes.
  package var requestLineBytes = 65_536

  /// The longest query, in UTF-8 bytes.
  package var queryBytes = 4096

  /// The most words and fields in one query.
  package var queryTerms = 256

  /// How long a query may run, in milliseconds.
  package var queryMilliseconds = 10_000

  /// The most hits in one answer.
  package var maximumHits = 1000

  /// The most bytes of answers that are kept for when they are asked for again;
  /// 0 for none.
  package var cacheBytes = 4_194_304

  /// What the shell runs after a run that brought new lines to watched queries; empty for none.
  package var watchCommand = ""

  /// The ingest worker.
  package var worker = "/usr/local/libexec/ficsearch/ficsearch-ingest"

  /// A larger file is left out, in bytes.
  package var maximumFileBytes = 536_870_912

  /// How many chapters are parsed at a time; 0 for as many as there are cores.
  package var parseJobs = 0

  /// The least level that is logged: `trace` … `critical`, as swift-log names them.
  package var logLevel = "info"

  /// Creates options with their defaults.
  package init() {}
}
