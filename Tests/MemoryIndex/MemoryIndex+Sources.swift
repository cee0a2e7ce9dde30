package import FicIndex
package import FicModel

extension MemoryIndex {
  /// The greatest number that a chapter may have here.
  private static let lastChapter = 131_071

  package func chapterCards(of work: WorkID) -> [ChapterCard] {
    let contents = stored
    return contents.chapters(of: work).map { records in
      ChapterCard(
        number: records.key.chapter,
        fingerprint: records.fingerprint,
        sketch: records.knownTerms.sketch,
        path: records.path,
        address: records.chapter.address,
        removal: contents.removals[records.key]
      )
    }
  }

  package func keepRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) {
    change { contents in
      guard var records = contents.chapters[chapter] else { return }
      let place = ChapterRemoval.place(
        for: removal.number,
        isTaken: { contents.chapters[ChapterKey(work: chapter.work, chapter: $0)] != nil },
        last: Self.lastChapter
      )
      guard let place else { return }
      records.key.chapter = place
      contents.chapters[chapter] = nil
      contents.removals[chapter] = nil
      contents.chapters[records.key] = records
      contents.removals[records.key] = removal
    }
  }

  package func markRemoved(_ chapter: ChapterKey, as removal: ChapterRemoval) {
    change { contents in
      if contents.chapters[chapter] != nil { contents.removals[chapter] = removal }
    }
  }

  /// All sources, by place.
  package func sources() -> [SourceRecord] {
    stored.sources.values.sorted { $0.place < $1.place }
  }

  package func source(at place: String) -> SourceRecord? { stored.sources[place] }

  package func sources(of work: WorkID) -> [SourceRecord] { stored.sources(of: work) }

  package func sourcesWithoutFiles() -> [SourceRecord] {
    sources().filter { indexedFiles(at: $0.place).isEmpty }
  }

  package func works(named name: String) -> [WorkID] {
    Set(sources().filter { $0.address == name || $0.name == name }.map(\.work)).sorted()
  }

  package func unsettledWorks() -> Set<WorkID> {
    let contents = stored
    let unsettled = contents.works.keys.filter { work in
      let sources = contents.sources(of: work)
      let best = sources.filter(\.isReadable).min { $0.isBetter(than: $1) }
      return best.map { !$0.isChosen } ?? sources.isEmpty
    }
    return Set(unsettled)
  }

  package func putSource(_ source: SourceRecord) {
    change { contents in
      if source.isChosen {
        for place in contents.sources.keys where contents.sources[place]?.work == source.work {
          contents.sources[place]?.isChosen = false
        }
      }
      contents.sources[source.place] = source
    }
  }

  package func removeSources(_ places: [String]) {
    change { contents in
      for place in places { contents.sources[place] = nil }
    }
  }

  // MARK: Copies

  package func sketch(of work: WorkID) -> TextSketch { stored.sketch(of: work) }

  package func noteText(of work: WorkID) {}

  package func works(sharing sketch: TextSketch, limit: Int) -> [WorkID] {
    let contents = stored
    let others = contents.works.keys.map { ($0, Set(contents.sketch(of: $0).keys)) }
    return Self.works(sharing: sketch, among: others, limit: limit)
  }

  private static func works(
    sharing sketch: TextSketch,
    among works: [(id: WorkID, keys: Set<UInt32>)],
    limit: Int
  ) -> [WorkID] {
    let keys = sketch.keys
    let found = works.compactMap { work in
      let shared = keys.count { work.keys.contains($0) }
      let isLike = TextSketch.isWorthComparing(
        shared: shared,
        keys: keys.count,
        others: work.keys.count
      )
      return isLike ? (id: work.id, shared: shared) : nil
    }
    return found.sorted { ($1.shared, $0.id) < ($0.shared, $1.id) }.prefix(max(0, limit)).map(\.id)
  }

  /// Compares every work with every other.
  func findCopies() {
    let contents = stored
    let sketches = contents.works.keys.sorted().map { ($0, contents.sketch(of: $0)) }
    let byID = Dictionary(uniqueKeysWithValues: sketches)
    let keys = sketches.map { (id: $0.0, keys: Set($0.1.keys)) }
    var pairs: Set<CopyGrouping.Pair> = []
    for (id, sketch) in sketches {
      let others = Self.works(
        sharing: sketch,
        among: keys,
        limit: CopyGrouping.mostCandidates + 1
      )
      pairs.formUnion(
        CopyGrouping.pairs(of: id, sketch, with: others.map { ($0, byID[$0] ?? TextSketch()) })
      )
    }
    let nodes = contents.works.keys.compactMap(contents.storedWork).map(CopyGrouping.Node.init)
    let copies = CopyGrouping.copies(nodes, pairs)
    if copies != contents.copies { change { $0.copies = copies } }
  }

  // MARK: Changes

  package func beginRun() {
    change { $0.run += 1 }
  }

  package func correctChange(_ change: ArchiveChange) {
    self.change { contents in
      let own = contents.changes.lastIndex { entry in
        entry.run == contents.run && entry.change.kind == change.kind
          && entry.change.work.id == change.work.id && entry.change.chapter == nil
      }
      if let own { contents.changes[own].change = change }
    }
  }

  package func noteChange(_ change: ArchiveChange) {
    self.change { contents in
      contents.changes.append((contents.run, change))
      if contents.changes.count > ArchiveChange.mostKept { contents.changes.removeFirst() }
    }
  }
}

extension MemoryIndex.Contents {
  fileprivate func sketch(of work: WorkID) -> TextSketch {
    TextSketch(of: chapters(of: work).map(\.knownTerms.sketch))
  }
}
