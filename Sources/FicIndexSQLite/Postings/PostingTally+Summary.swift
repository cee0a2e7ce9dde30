import FicIndex

extension PostingTally {
  /// The figures of a search for one word of the text, from the summary of its list; nil where there
  /// is none that can be used.
  ///
  /// Works of which a chapter has changed since the merge are added up unit by unit.
  ///
  /// Complexity: O(works), and O(units) of those of which a chapter has changed.
  ///
  /// - Throws: `DatabaseError`, `DamagedRecord`.
  func summarised(in selection: WorkSelection, best: Int) throws -> UnitTally? {
    guard selection.isEverything, let clause = plan.clause,
      let key = PostingLists.key(ofWord: clause), let entry = try stored.entry(of: key),
      let summary = try stored.summary(of: entry), summary.meanLength == snapshot.meanLength
    else { return nil }
    let directory = snapshot.directory
    let changed = snapshot.changed.list(of: key)
    let list = snapshot.dead.isEmpty ? nil : try stored.list(entry)
    var frequency = entry.units + (changed?.count ?? 0)
    for chapter in snapshot.dead {
      frequency -= list?.count(in: directory.units(ofChapterAt: chapter)) ?? 0
    }
    let ranking = ranking(of: [clause], frequencies: [frequency])
    let scoring = UnitTallier.Scoring(
      weight: ranking.weight(ofLeaf: 0),
      countsText: true,
      norms: snapshot.norms
    )
    var tallier = UnitTallier(directory, names: snapshot.names, best: best)
    let works = Set(snapshot.dead.map(directory.work(ofChapterAt:)))
    guard tallier.add(summary, without: works, scoring) else { return nil }
    if let list {
      let ordinals = works.map { directory.works[$0].ordinal }.sorted()
      let changedWorks = WorkSelection(included: ordinals, kind: .scene)
      tallier.add(list, in: directory.ranges(of: changedWorks, without: snapshot.dead), scoring)
    }
    var tally = total(tallier)
    if let changed {
      let units = 0..<snapshot.changed.directory.units
      var tallier = UnitTallier(
        snapshot.changed.directory,
        names: snapshot.changedNames,
        best: best
      )
      tallier.add(changed, in: [units], scoring)
      tally.merge(tallier, best: best)
    }
    return tally
  }
}
