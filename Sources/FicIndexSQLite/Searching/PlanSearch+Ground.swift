import FicIndex
import FicModel
import GRDB

/// Gives out what a plan looks into, whatever words it asks for.
extension PlanSearch {
  /// Hands the rows of a window that are looked into to `body`, ascending, each with the number of
  /// its words that count; windows ascend from call to call.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func readGround(_ window: [Range<Int>], _ body: (_ row: Int, _ words: Int) -> Void) throws {
    var found = FoundLeaves()
    var candidates = Candidates.window(window)
    for requirement in requirements {
      guard requirement.cursor.cost > 0,
        let next = try narrowed(candidates, by: requirement, &found)
      else { return }
      candidates = next
    }
    let excluded = try Exclusion(self, candidates)
    let silenced = Set(try silenced.map { try run($0, in: candidates).rows } ?? [])
    let directory = context.directory
    func take(_ row: Int) throws {
      guard isWanted[Int(directory.marks[row])], directory.confidences[row] >= leastConfidence,
        excluded.stretches.isEmpty
          || !excluded.stretches.contains(Int32(directory.stretches.index(of: row))),
        excluded.lines.isEmpty || !excluded.lines.containsAscending(Int32(row))
      else { return }
      let voices =
        silenced.contains(Int32(row)) ? plan.voices.intersection([.narration]) : plan.voices
      let words = try words(ofRow: row, in: voices)
      if words > 0 { body(row, words) }
    }
    switch candidates {
    case .window(let ranges): for range in ranges { for row in range { try take(row) } }
    case .stretches(let indexes):
      for index in indexes { for row in directory.stretches[Int(index)] { try take(row) } }
    case .rows(let rows): for row in rows { try take(Int(row)) }
    }
  }

  private func words(ofRow row: Int, in voices: Set<Voice>) throws -> Int {
    let mark = context.directory.marks[row]
    let words = Int(context.directory.words[row])
    guard LineMark.isStory(mark), voices != Voice.all else { return words }
    if let only = LineMark.voice(mark) { return voices.contains(only) ? words : 0 }
    return try context.regions(ofRow: row).words(in: voices, of: words)
  }
}
