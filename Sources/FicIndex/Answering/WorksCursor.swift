import FicModel

/// Where a page of works ended: its last work.
struct WorksCursor: Hashable, Sendable {
  /// Belongs to the query and the order.
  var question: UInt32

  /// The place in the list behind the last work; counts only where that has gone.
  var position: Int

  /// The last work.
  var work: WorkID

  /// What identifies a question.
  static func question(_ understood: String, _ request: WorksRequest) -> UInt32 {
    let exact = request.isExact ? "\nexact" : ""
    let lot = request.sort == .random ? "\nby \(request.seed)" : ""
    let text =
      "works \(understood)\n\(request.sort)\n\(request.isReversed)\n\(request.showsCopies)\(exact)\(lot)"
    return UInt32(truncatingIfNeeded: WorkID(identity: text).rawValue)
  }
}

extension WorksCursor: LosslessStringConvertible {
  /// Reads the written form; nil where it is none.
  init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let question = UInt32(parts[0], radix: 36),
      let position = Int(parts[1], radix: 36), position >= 0, let work = WorkID(String(parts[2]))
    else { return nil }
    self.init(question: question, position: position, work: work)
  }

  /// The written form: letters, digits and hyphens.
  var description: String {
    [String(question, radix: 36), String(position, radix: 36), work.description]
      .joined(separator: "-")
  }
}
