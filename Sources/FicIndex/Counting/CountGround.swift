import FicModel

/// The words that a query looks into, by the parts that are counted.
struct CountGround {
  /// A part: a work, or what in it the other properties say.
  struct Part: Hashable {
    var work: WorkID
    var chapter = 0
    var stretch = -1
    var zone: ZoneKind?
  }

  /// The words of each part, copies of works left out that are looked into too.
  private(set) var parts: [Part: Int] = [:]

  /// Adds the words of a query up.
  ///
  /// - Throws: `IndexError`.
  init(
    _ snapshot: any IndexSnapshot,
    _ plan: QueryPlan,
    by key: CountKey,
    showsCopies: Bool
  ) throws {
    var parts: [Part: Int] = [:]
    try snapshot.forEachPart(of: plan.ground) { text in
      var part = Part(work: text.chapter.work)
      if key == .chapter || key == .scene { part.chapter = text.chapter.chapter }
      if key == .scene { part.stretch = text.stretch }
      if key == .zone { part.zone = text.zone }
      parts[part, default: 0] += text.words
    }
    let works = Set(parts.keys.map(\.work)).sorted()
    let folding = try CopyFolding(works.map { ($0, 0) }, showsCopies ? nil : snapshot)
    self.parts =
      folding.left.isEmpty ? parts : parts.filter { !folding.left.contains($0.key.work) }
  }

  /// All words.
  var total: Int { parts.values.reduce(0, +) }

  /// The works that are looked into, ascending.
  var works: [WorkID] { Set(parts.keys.map(\.work)).sorted() }

  /// The words of a part.
  func words(of part: Part) -> Int { parts[part] ?? 0 }

  /// The words of a zone in all works.
  func words(in zone: ZoneKind) -> Int {
    parts.reduce(0) { $0 + ($1.key.zone == zone ? $1.value : 0) }
  }

  /// The words of a work.
  func words(in work: WorkID) -> Int {
    parts.reduce(0) { $0 + ($1.key.work == work ? $1.value : 0) }
  }
}
