import FicModel

/// Where a page of hits ended: the sort key of its last hit.
///
/// Of hits in the order of works it holds no position in a list, so it stays good while the index
/// changes: what is new before it is not shown, what is new behind it is.
struct SearchCursor: Hashable, Sendable {
  /// Which part of an answer the page ended in.
  enum Section: String, Hashable, Sendable {
    /// The lines that come closest; `position` counts them.
    case closest = "c"
    /// The works, with their lines as read.
    case works = "w"
    /// Hits that were chosen from all; `position` counts them.
    case chosen = "s"
  }

  /// Belongs to the query, the order and the view.
  var question: UInt32

  /// The part of the answer.
  var section: Section

  /// How many of the closest lines were shown, the last perhaps in part.
  ///
  /// Of works, the place of the hit's work among them, from 0. Either counts only where the hit's
  /// line or work has gone.
  var position: Int

  /// The hit's chapter.
  var chapter: ChapterKey

  /// The hit's place in the chapter, in bytes.
  var offset: Int

  /// What identifies a question: 32 bits of its FNV-1a hash.
  static func question(_ understood: String, _ request: SearchRequest) -> UInt32 {
    let choices = (request.showsCopies ? "\ncopies" : "") + (request.isExact ? "\nexact" : "")
    let sample = request.sample.map { "\n\($0) by \(request.seed)" } ?? ""
    let asked = "\(understood)\n\(request.sort)\n\(request.view)\(choices)\(sample)"
    let hash = WorkID(identity: asked).rawValue
    return UInt32(truncatingIfNeeded: hash)
  }
}

extension SearchCursor: LosslessStringConvertible {
  /// Reads the written form; nil where it is none.
  init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 6, let question = UInt32(parts[0], radix: 36),
      let section = Section(rawValue: String(parts[1])), let position = Int(parts[2], radix: 36),
      let work = WorkID(String(parts[3])), let chapter = Int(parts[4], radix: 36),
      let offset = Int(parts[5], radix: 36), position >= 0, chapter >= 0, offset >= 0
    else { return nil }
    self.init(
      question: question,
      section: section,
      position: position,
      chapter: ChapterKey(work: work, chapter: chapter),
      offset: offset
    )
  }

  /// The written form: letters, digits and hyphens.
  var description: String {
    [
      String(question, radix: 36), section.rawValue, String(position, radix: 36),
      chapter.work.description, String(chapter.chapter, radix: 36), String(offset, radix: 36),
    ].joined(separator: "-")
  }
}
