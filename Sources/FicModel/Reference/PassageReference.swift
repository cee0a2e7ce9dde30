/// The REF that the user sees and gives back: a work, a chapter of it, a place in the chapter.
///
/// Written `work`, `work:chapter` or `work:chapter:offset`, as in `k7f2qdmx:3:1045`. It holds
/// nothing that belongs to one index backend, so it survives a change of backend and a rebuilt
/// index.
public struct PassageReference: Hashable, Sendable {
  /// The work.
  public var work: WorkID

  /// The chapter's place in the work, from 1; nil for the whole work.
  public var chapter: Int?

  /// A UTF-8 byte offset in the stored chapter text; nil for the whole chapter.
  public var offset: Int?

  /// Creates a reference.
  ///
  /// An offset without a chapter is dropped.
  public init(work: WorkID, chapter: Int? = nil, offset: Int? = nil) {
    self.work = work
    self.chapter = chapter
    self.offset = chapter == nil ? nil : offset
  }

  /// The chapter that the reference lies in, if it names one.
  public var chapterKey: ChapterKey? { chapter.map { ChapterKey(work: work, chapter: $0) } }
}

extension PassageReference: LosslessStringConvertible {
  /// Reads the written form; nil where it is none, or a number is below its range.
  public init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let work = WorkID(String(parts[0])) else { return nil }
    var numbers: [Int] = []
    for part in parts.dropFirst() {
      guard let number = Int(part), part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return nil
      }
      numbers.append(number)
    }
    if let chapter = numbers.first, chapter < 1 { return nil }
    self.init(
      work: work,
      chapter: numbers.first,
      offset: numbers.count > 1 ? numbers[1] : nil
    )
  }

  /// The written form.
  public var description: String {
    var result = work.description
    if let chapter { result += ":\(chapter)" }
    if let offset { result += ":\(offset)" }
    return result
  }
}
