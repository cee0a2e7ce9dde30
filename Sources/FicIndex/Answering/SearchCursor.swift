import FicModel

/// Where a page of hits ended: the sort key of its last hit.
///
/// It holds no position in a list, so it stays good while the index changes: what is new before it
/// is not shown, what is new behind it is.
struct SearchCursor: Hashable, Sendable {
  /// Belongs to the query, the order and the view.
  var question: UInt32

  /// The place of the hit's work among the works, or of its unit among the units where the order is
  /// flat, from 0; counts only where work or unit has gone.
  var position: Int

  /// The hit's unit.
  ///
  /// Its ordinal and kind count where the order is flat.
  var unit: UnitKey

  /// The kind of that unit.
  var kind: IndexUnit.Kind

  /// The hit's place in the chapter, in bytes.
  var offset: Int

  /// What identifies a question: 32 bits of its FNV-1a hash.
  static func question(_ understood: String, _ request: SearchRequest) -> UInt32 {
    let copies = request.showsCopies ? "\ncopies" : ""
    let hash = WorkID(identity: "\(understood)\n\(request.sort)\n\(request.view)\(copies)").rawValue
    return UInt32(truncatingIfNeeded: hash)
  }
}

extension SearchCursor: LosslessStringConvertible {
  /// Reads the written form; nil where it is none.
  init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 7, let question = UInt32(parts[0], radix: 36),
      let position = Int(parts[1], radix: 36), let work = WorkID(String(parts[2])),
      let chapter = Int(parts[3], radix: 36), let ordinal = Int(parts[4], radix: 36),
      let kind = Int(parts[5]).flatMap(IndexUnit.Kind.init), let offset = Int(parts[6], radix: 36)
    else { return nil }
    guard position >= 0, chapter >= 0, ordinal >= 0, offset >= 0 else { return nil }
    self.init(
      question: question,
      position: position,
      unit: UnitKey(chapter: ChapterKey(work: work, chapter: chapter), ordinal: ordinal),
      kind: kind,
      offset: offset
    )
  }

  /// The written form: letters, digits and hyphens.
  var description: String {
    [
      String(question, radix: 36), String(position, radix: 36),
      unit.chapter.work.description, String(unit.chapter.chapter, radix: 36),
      String(unit.ordinal, radix: 36), String(kind.rawValue), String(offset, radix: 36),
    ].joined(separator: "-")
  }
}
