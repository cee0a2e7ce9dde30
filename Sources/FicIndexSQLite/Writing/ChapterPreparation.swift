import Dispatch
import FicIndex
import FicModel
import Synchronization

/// Makes the columns of chapters that are about to be written, several at once.
struct ChapterPreparation {
  private var columns: [Fingerprint: ChapterColumns] = [:]

  /// Makes the columns of chapters, in place of those that were made before.
  mutating func prepare(
    _ chapters: [ChapterRecords],
    _ dictionaries: ChapterColumns.Dictionaries
  ) {
    let made = Mutex<[Fingerprint: ChapterColumns]>([:])
    DispatchQueue.concurrentPerform(iterations: chapters.count) { index in
      let chapter = chapters[index]
      // What cannot be made now is tried again when it is written, and then says why.
      guard let columns = try? ChapterColumns(of: chapter, dictionaries) else { return }
      made.withLock { $0[chapter.fingerprint] = columns }
    }
    columns = made.withLock { $0 }
  }

  /// The columns of a chapter, if they were made; once.
  mutating func take(_ chapter: ChapterRecords) -> ChapterColumns? {
    columns.removeValue(forKey: chapter.fingerprint)
  }
}
