import FicIndex
import FicModel

/// Tells which work of the index a text is of: by its address, else by title and authors, else by
/// what it says.
///
/// Names alone do not do: what says something else stays a work of its own, so that no text is
/// hidden behind another.
struct WorkMatcher {
  /// A text as it was read, to be compared.
  struct Text {
    /// What it says of itself.
    var names: WorkNames

    /// What it says.
    var sketch: TextSketch

    /// What each chapter says.
    var chapters: [TextSketch]

    /// How good it is.
    var source: SourceRecord
  }

  /// How much of the text that is not shown must be in the one that is.
  ///
  /// Two words of a hundred typed otherwise leave nine tenths of the runs of five words.
  private static let leastHeld = 0.9

  /// How much of each of its chapters must be there: a chapter of its own would be found nowhere.
  private static let leastHeldOfChapter = 0.5

  /// How much of either text must be in the other where only the text tells.
  private static let leastLikeness = 0.8

  /// Of works that share something, so many are compared.
  private static let mostCandidates = 16

  let writer: any IndexWriter

  /// The work of a text; nil for a new one.
  ///
  /// - Parameter text: The text.
  /// - Returns: The work.
  /// - Throws: What the writer throws.
  func work(of text: Text) throws -> WorkID? {
    let own = try writer.source(at: text.source.place)
    guard let own, !isOther(text.names.address, than: own.address) else {
      return try find(text, except: own?.work)
    }
    let isAlone = try writer.sources(of: own.work).count == 1
    if !isAlone, !own.isChosen, try shown(of: own.work, beside: own.place) != nil,
      try !isOne(text, with: own.work)
    {
      return try find(text, except: own.work)
    }
    guard isAlone, let other = try find(text, except: own.work),
      // What is kept of a work that would go stays where it is.
      !(try writer.chapterCards(of: own.work).contains { $0.removal != nil })
    else { return own.work }
    return other
  }

  /// What a new work is identified by: its address, its name or how its text begins; where another
  /// work has that, the name and how its text begins, with a number behind it where need be.
  func newIdentity(_ names: WorkNames, _ opening: TextOpening) throws -> String {
    let wanted = names.identity(opening)
    if try writer.work(identifiedBy: wanted) == nil { return wanted }
    let long = wanted + "\u{1F}" + opening.text
    if try writer.work(identifiedBy: long) == nil { return long }
    var number = 2
    while try writer.work(identifiedBy: "\(long)\u{1F}\(number)") != nil { number += 1 }
    return "\(long)\u{1F}\(number)"
  }

  private func find(_ text: Text, except own: WorkID?) throws -> WorkID? {
    let names = text.names
    for name in [names.address?.text, names.fullName].compactMap(\.self) {
      for work in try writer.works(named: name) where work != own {
        guard try name == names.address?.text || !isOther(names.address, than: work) else {
          continue
        }
        if try isOne(text, with: work) { return work }
      }
    }
    for work in try writer.works(sharing: text.sketch, limit: Self.mostCandidates)
    where work != own {
      guard try !isOther(names.address, than: work), try !isOther(names.name, than: work),
        try isOne(text, with: work)
      else { continue }
      let stored = try writer.sketch(of: work)
      let shares = [text.sketch.share(in: stored), stored.share(in: text.sketch)]
      if shares.allSatisfy({ $0 ?? 0 >= Self.leastLikeness }) { return work }
    }
    return nil
  }

  /// Whether a text and that of a work are one but for typing: all that the worse of them says is
  /// said by the better one, which is shown.
  private func isOne(_ text: Text, with work: WorkID) throws -> Bool {
    let shown = try shown(of: work, beside: text.source.place)
    guard let shown, !text.source.isBetter(than: shown) else {
      return try isHeld(work, by: text)
    }
    return try Self.holds(writer.sketch(of: work), text.sketch, text.chapters)
  }

  /// The source whose text is shown of a work, if it is not at a place.
  private func shown(of work: WorkID, beside place: String) throws -> SourceRecord? {
    try writer.sources(of: work).first { $0.isChosen && $0.isReadable && $0.place != place }
  }

  /// Whether a text says all that the text of a work says.
  func isHeld(_ work: WorkID, by text: Text) throws -> Bool {
    let chapters = try writer.chapterCards(of: work).filter { $0.removal == nil }
    return try Self.holds(text.sketch, writer.sketch(of: work), chapters.compactMap(\.sketch))
  }

  private static func holds(
    _ better: TextSketch,
    _ worse: TextSketch,
    _ chapters: [TextSketch]
  ) -> Bool {
    worse.share(in: better) ?? 0 >= leastHeld
      && chapters.allSatisfy { $0.share(in: better) ?? 1 >= leastHeldOfChapter }
  }

  /// Whether an address is another one of the site of a work's.
  private func isOther(_ address: WorkAddress?, than work: WorkID) throws -> Bool {
    let addresses = try writer.sources(of: work).compactMap(\.address)
    return addresses.contains { isOther(address, than: $0) }
      && !addresses.contains { $0 == address?.text }
  }

  private func isOther(_ address: WorkAddress?, than other: String?) -> Bool {
    guard let address, let other else { return false }
    return other.hasPrefix(address.site + "/") && other != address.text
  }

  private func isOther(_ name: String?, than work: WorkID) throws -> Bool {
    guard let name else { return false }
    let names = try writer.sources(of: work).compactMap(\.name)
    return !names.isEmpty && names.allSatisfy { WorkNames.differ($0, name) }
  }
}
