import FicModel

/// Chooses among the headings of a document those that start its chapters.
struct ChapterCuts {
  /// Text before the first heading that is longer than this, in bytes, is a chapter of its own
  /// rather than a note, a dedication or a title page.
  private static let longestFrontMatter = 4000

  /// Numbers without a word part chapters only where at least so many bytes stand between them.
  private static let shortestNumberedChapter = 600

  private let document: Document

  /// How many bytes of paragraphs stand before each block, and before the end.
  private let textBefore: [Int]

  init(_ document: Document) {
    self.document = document
    var sum = 0
    var sums = [0]
    sums.reserveCapacity(document.blocks.count + 1)
    for block in document.blocks {
      switch block.kind {
      case .marked(.boilerplate): break
      case .paragraph, .note, .marked, .blockQuote: sum += block.span.count
      default: break
      }
      sums.append(sum)
    }
    textBefore = sums
  }

  /// The chapters' starts, ascending; empty where the document is one chapter.
  ///
  /// Complexity: linear in the number of bytes.
  func cuts() -> [ChapterCut] {
    let all = HeadingCandidate.all(in: document)
    var candidates = Self.withoutContents(all)
    candidates =
      candidates.contains { $0.level != nil } ? byMarkup(candidates) : byWords(candidates)
    if document.chapterTitle != nil, !isClearlySeveral(candidates) { return [] }
    return merged(candidates)
  }

  /// A file whose name is a chapter's is one chapter, unless it plainly holds a series of them.
  private func isClearlySeveral(_ candidates: [HeadingCandidate]) -> Bool {
    let chapters = candidates.filter { $0.line.kind == .chapter && $0.line.number != nil }
    guard chapters.count > 1 else { return false }
    return zip(chapters, chapters.dropFirst()).allSatisfy { first, second in
      second.line.number != first.line.number && second.textBefore > Self.shortestNumberedChapter
    }
  }

  // MARK: Choosing

  /// Leaves out the entries of a table of contents: headings of one kind with no text between.
  ///
  /// The last run of ascending numbers before text is the heading that the text belongs to.
  private static func withoutContents(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var result: [HeadingCandidate] = []
    var index = 0
    while index < candidates.count {
      var end = index + 1
      while end < candidates.count, candidates[end].textBefore == 0 { end += 1 }
      result += lastEntries(of: candidates[index..<end])
      index = end
    }
    return result
  }

  private static func lastEntries(
    of run: ArraySlice<HeadingCandidate>
  ) -> ArraySlice<HeadingCandidate> {
    var start = run.startIndex
    var seen: [HeadingLine.Kind: Int] = [:]
    for index in run.indices {
      let line = run[index].line
      let number = line.number ?? 0
      if let before = seen[line.kind], line.kind != .named || line.number != nil,
        !(number == before && line.kind == .chapter)
      {
        // A second heading of one kind: what came before it is a list.
        start = number <= before ? firstOfGroup(at: index, in: run) : index
        seen = [:]
      }
      seen[line.kind] = number
    }
    return run[start...]
  }

  /// A part's heading that stands directly before a chapter's belongs to it.
  private static func firstOfGroup(at index: Int, in run: ArraySlice<HeadingCandidate>) -> Int {
    index > run.startIndex && run[index - 1].line.kind == .part && run[index].line.kind != .part
      ? index - 1 : index
  }

  /// Headings of the rank that the chapters have, and those above it.
  private func byMarkup(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var counts: [Int: (all: Int, chapters: Int)] = [:]
    for candidate in candidates {
      guard let level = candidate.level else { continue }
      counts[level, default: (0, 0)].all += 1
      if candidate.line.kind != .named || candidate.line.title.printedNumber != nil {
        counts[level, default: (0, 0)].chapters += 1
      }
    }
    let ranked = counts.sorted { $0.key < $1.key }
    let best =
      ranked.filter { $0.value.chapters > 0 }.max { $0.value.chapters < $1.value.chapters }
      ?? ranked.first { $0.value.all > 1 }
    guard let level = best?.key else { return [] }
    return candidates.filter { ($0.level ?? level) <= level }
  }

  private func byWords(_ candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    let chapters = candidates.filter { $0.line.kind == .chapter && !$0.line.isCounterLike }
    let parts = candidates.filter { $0.line.kind == .part && !$0.line.isCounterLike }
    var chosen: Set<Int> = []
    if !chapters.isEmpty {
      chosen.formUnion(chapters.map(\.block))
      chosen.formUnion(partsThatHold(chapters, among: parts, in: candidates).map(\.block))
    } else {
      let numbered = numberSeries(in: candidates)
      chosen.formUnion(numbered.map(\.block))
      if numbered.isEmpty || parts.count > 1 { chosen.formUnion(parts.map(\.block)) }
    }
    let named = candidates.filter { $0.line.kind == .named && !$0.line.isCounterLike }
    if !chosen.isEmpty || named.count > 1 { chosen.formUnion(named.map(\.block)) }
    return candidates.filter { chosen.contains($0.block) }
  }

  /// Parts beside chapters count where a chapter follows at once, or where they go on as chapters.
  private func partsThatHold(
    _ chapters: [HeadingCandidate],
    among parts: [HeadingCandidate],
    in all: [HeadingCandidate]
  ) -> [HeadingCandidate] {
    let starts = Set(chapters.filter { $0.textBefore < 400 }.map(\.block))
    let isPart = Set(parts.map(\.block))
    return zip(all, all.dropFirst()).compactMap { candidate, next in
      isPart.contains(candidate.block) && starts.contains(next.block) ? candidate : nil
    }
  }

  /// A scan may have lost so many numbers in a row.
  private static let mostLost = 2

  /// The bare numbers that count up, from the start or anew in each part.
  ///
  /// A part may count on or anew; without a part a second count begins only where a two follows its
  /// one.
  private func numberSeries(in candidates: [HeadingCandidate]) -> [HeadingCandidate] {
    var series: [HeadingCandidate] = []
    var last = 0
    var isAfterPart = false
    var distance = 0
    for (index, candidate) in candidates.enumerated() {
      distance += candidate.textBefore
      let line = candidate.line
      if line.kind == .part {
        isAfterPart = true
        continue
      }
      guard line.kind == .number, !line.isCounterLike, let number = line.number else { continue }
      if !series.isEmpty {
        guard distance >= Self.shortestNumberedChapter || isAfterPart else { continue }
        let countsOn = number > last && number <= last + 1 + Self.mostLost
        let countsAnew =
          isAfterPart ? number <= 2 : number == 1 && isCounted(on: candidates[index...])
        guard countsOn || countsAnew else { continue }
      } else if number > 2 {
        continue
      }
      series.append(candidate)
      last = number
      isAfterPart = false
      distance = 0
    }
    return series.count > 1 ? series : []
  }

  /// Whether a two follows the one that stands first, as far away as chapters are.
  private func isCounted(on candidates: ArraySlice<HeadingCandidate>) -> Bool {
    var distance = 0
    for candidate in candidates.dropFirst().prefix(8) {
      distance += candidate.textBefore
      if candidate.line.kind == .number, candidate.line.number == 2 {
        return distance >= Self.shortestNumberedChapter
      }
    }
    return false
  }

  // MARK: Cutting

  /// One cut for headings that stand together; a title that its author types again makes none.
  private func merged(_ candidates: [HeadingCandidate]) -> [ChapterCut] {
    var cuts: [ChapterCut] = []
    var previous: HeadingCandidate?
    var since = 0
    for candidate in candidates {
      since = previous.map { textBetween($0.block, candidate.block) } ?? candidate.textBefore
      if let before = previous, let last = cuts.indices.last, since < 400,
        before.line.kind == .part || candidate.line.repeats(before.line)
          || (since == 0 && candidate.level == nil && before.level == nil)
      {
        if before.line.kind == .chapter, candidate.line.kind == .part {
          if cuts[last].title.title == nil { cuts[last].title.title = words(of: candidate) }
        } else if before.line.kind == .part || cuts[last].title.title == nil {
          cuts[last].title = Self.joined(
            cuts[last].title,
            candidate.line,
            isPart: before.line.kind == .part
          )
        }
      } else if let before = previous, candidate.line.repeats(before.line), since < 3000 {
        continue
      } else {
        if let before = previous, cuts.count == 1, isTitlePage(before, candidate, since) {
          cuts = []
        }
        cuts.append(ChapterCut(block: start(of: candidate.block), title: candidate.line.title))
      }
      previous = candidate
    }
    guard let first = cuts.first else { return [] }
    if textBetween(-1, first.block) > Self.longestFrontMatter {
      cuts.insert(ChapterCut(block: 0, title: ChapterTitle()), at: 0)
    } else {
      cuts[0].block = 0
    }
    return cuts
  }

  /// A byline and the like are no longer than this, in bytes.
  private static let longestByline = 120

  /// Whether the first heading is the work's own title: next to nothing stands between it and a
  /// chapter's heading.
  private func isTitlePage(
    _ first: HeadingCandidate,
    _ next: HeadingCandidate,
    _ textBetween: Int
  ) -> Bool {
    first.line.kind == .named && first.line.title.printedNumber == nil
      && next.line.title.printedNumber != nil && textBetween <= Self.longestByline
  }

  /// The first line of a heading as it stands.
  private func words(of candidate: HeadingCandidate) -> String? {
    let range = WhiteSpace.trim(document.blocks[candidate.block].span.range, in: document.text)
    let end = range.first { document.text[$0] == 0x0A } ?? range.upperBound
    return ShortLine(range.lowerBound..<end, in: document.text)?.lineText
  }

  private static func joined(
    _ title: ChapterTitle,
    _ line: HeadingLine,
    isPart: Bool
  ) -> ChapterTitle {
    isPart
      ? line.title
      : ChapterTitle(
        printedNumber: title.printedNumber ?? line.title.printedNumber,
        title: title.title ?? line.title.title
      )
  }

  /// The bytes of paragraphs between two blocks.
  private func textBetween(_ first: Int, _ second: Int) -> Int {
    first + 1 < second ? textBefore[second] - textBefore[first + 1] : 0
  }

  /// The heading's block, or that of the rule above it if one like it stands below.
  private func start(of block: Int) -> Int {
    guard let above = neighbour(of: block, step: -1), let below = neighbour(of: block, step: 1),
      let first = ruleText(above), first == ruleText(below)
    else { return block }
    return above
  }

  private func neighbour(of block: Int, step: Int) -> Int? {
    var index = block + step
    while document.blocks.indices.contains(index), document.blocks[index].isBlank { index += step }
    return document.blocks.indices.contains(index) ? index : nil
  }

  private func ruleText(_ block: Int) -> [UInt8]? {
    let range = WhiteSpace.trim(document.blocks[block].span.range, in: document.text)
    guard document.blocks[block].kind == .rule || Ornament.isSymbolLine(range, in: document.text)
    else { return nil }
    return Array(document.text[range])
  }
}
