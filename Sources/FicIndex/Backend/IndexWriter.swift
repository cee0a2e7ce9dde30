package import FicModel

/// What the ingest worker needs of an index.
///
/// One writer at a time; its calls come from one task.
///
/// A chapter is an idempotent unit: `replace` either stores all of it or leaves the old one.
/// Nothing is promised across chapters, so a writer that dies leaves an index that the next run
/// completes.
package protocol IndexWriter: AnyObject {
  /// The files that the index knows, with what they were when they were last read, in the order of
  /// their paths' bytes: the first `limit` of those after a path, or of all.
  func indexedFiles(after path: String?, limit: Int) throws -> [IndexedFile]

  /// The files that the index knows right in some folders and anywhere below some paths, and the
  /// others of their sources, by path.
  func indexedFiles(in folders: Set<String>, below trees: Set<String>) throws -> [IndexedFile]

  /// The files that the index knows of a source, by path.
  func indexedFiles(at place: String) throws -> [IndexedFile]

  /// The files and places with a problem, but for other forms of books, by path.
  func filesWithProblems() throws -> [IndexedFile]

  /// The paths of the files of the sources that lie right below a place, by place.
  func pathsOfSources(rightBelow place: String) throws -> [String: [String]]

  /// Stores or updates a work's own row and its cast, and returns the id under which it is stored:
  /// the work's, or the next free one where another identity has it.
  func putWork(_ work: WorkRecord) throws -> WorkID

  /// How many works are stored.
  func workCount() throws -> Int

  /// What identifies a stored work; nil for a work that is not stored.
  func identity(of work: WorkID) throws -> String?

  /// The stored work that has an identity; nil where none has.
  func work(identifiedBy identity: String) throws -> WorkID?

  /// The cast of a stored work, by id; empty for a work that is not stored.
  func storedCast(of work: WorkID) throws -> [CastMember]

  /// The fingerprints of a work's stored chapters, by chapter number.
  func chapterFingerprints(of work: WorkID) throws -> [Int: Fingerprint]

  /// What tells a work's stored chapters apart, ascending by number.
  func chapterCards(of work: WorkID) throws -> [ChapterCard]

  /// Moves a stored chapter to a number above those of a text, and marks it as gone from the
  /// archive.
  ///
  /// All of it or nothing. Nothing happens where there is no such chapter, or no number is free.
  func keepRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) throws

  /// Marks a stored chapter where it is as one whose file is gone.
  func markRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) throws

  /// What is known of a stored work; empty for a work that is not stored.
  func storedMetadata(of work: WorkID) throws -> WorkMetadata

  /// The source at a place; nil where there is none.
  func source(at place: String) throws -> SourceRecord?

  /// The sources of a work, the chosen one first, then by place.
  func sources(of work: WorkID) throws -> [SourceRecord]

  /// The sources of which no file is known, by place.
  func sourcesWithoutFiles() throws -> [SourceRecord]

  /// The works some source of which has an address or a name, by id.
  func works(named name: String) throws -> [WorkID]

  /// The works that have no source, or whose best one that can be read is not chosen.
  func unsettledWorks() throws -> Set<WorkID>

  /// Notes a source in place of the one with its place; the other sources of the work of one that
  /// is chosen are not chosen any more.
  func putSource(_ source: SourceRecord) throws

  /// Forgets sources.
  func removeSources(_ places: [String]) throws

  /// What the chapters of a work say together.
  func sketch(of work: WorkID) throws -> TextSketch

  /// Notes what a work says now, so that `works(sharing:)` finds it.
  func noteText(of work: WorkID) throws

  /// Works that share enough with a text to be compared, those that share most first, at most
  /// `limit`.
  func works(sharing sketch: TextSketch, limit: Int) throws -> [WorkID]

  /// How many files the first run is to read; 0 once it has.
  func expectedFiles() throws -> Int

  /// Notes how many files the first run is to read; 0 when it has.
  func expectFiles(_ count: Int) throws

  /// Lets what is written so far be searched, where a new index would be there only at its end.
  func preview() throws

  /// Starts a run: what `noteChange` notes belongs to it.
  func beginRun() throws

  /// Notes what came, changed or went; the latest are kept, as `finish` bounds them.
  func noteChange(_ change: ArchiveChange) throws

  /// Puts a note that a work came in the place of the one that this run has made of it.
  func correctChange(_ change: ArchiveChange) throws

  /// The stored text of the chapters of a work that came from a file, one after the other; nil
  /// where there are none.
  func storedText(of path: String, in work: WorkID) throws -> [UInt8]?

  /// Makes ready what several chapters need to be stored, on several threads; `replace` then stores
  /// each.
  func prepare(_ chapters: [ChapterRecords]) throws

  /// Stores a chapter with everything that is derived from it, in place of the one with its key.
  func replace(_ chapter: ChapterRecords) throws

  /// Removes the chapters of a work whose numbers are in `numbers`.
  func removeChapters(of work: WorkID, numbers: [Int]) throws

  /// Removes a work with all its chapters, its cast and its sources.
  func removeWork(_ work: WorkID) throws

  /// Notes that a file was read, or why it was not.
  func recordFile(_ file: IndexedFile) throws

  /// Forgets files that are gone.
  func forgetFiles(_ paths: [String]) throws

  /// What the user said about names when the last run began.
  func storedAliases() throws -> [AliasEntry]

  /// Notes what the user says about names now, and the works that are to be read again for it, nil
  /// for every one; all of it or nothing.
  func noteAliases(_ entries: [AliasEntry], rereading works: Set<WorkID>?) throws

  /// What the user said of lines when the last run began, and what fits.
  func storedCorrections() throws -> [StoredCorrection]

  /// Notes what the user says of lines now, and the works that are to be read again for it.
  func noteCorrections(_ corrections: [StoredCorrection], rereading works: Set<WorkID>) throws

  /// The works that are still to be read again.
  func worksToReread() throws -> Set<WorkID>

  /// Notes that a work was read again.
  func noteReading(of work: WorkID) throws

  /// The title of a stored work, or the last part of its path, with its authors; nil for no work.
  func workLabel(of work: WorkID) throws -> WorkLabel?

  /// The works that are wanted by their id and their title, or the last part of their path.
  ///
  /// `isWanted` must not ask the writer for anything.
  func works(where isWanted: (WorkID, String) -> Bool) throws -> Set<WorkID>

  /// The works of which some line holds all of the terms; none for no term.
  ///
  /// It may name works that hold only some of very many terms.
  func works(holding terms: [Term]) throws -> Set<WorkID>

  /// Makes everything that the index derives from the stored texts anew, and commits.
  func rebuild() throws

  /// Makes everything written so far durable and visible.
  func commit() throws

  /// Ends the run: finds which works are copies, commits, and tidies up what the writer put off.
  func finish() throws
}
