import FicModel
import FicParsing

/// Finds the lines of a work that its corrections mean, and makes of them what the user says.
struct CorrectionFinder {
  /// Why each correction, in the order given, fits no line; nil where it fits one.
  private(set) var flaws: [String?]

  private let corrections: [Correction]
  private let words: [PrintedWords]
  /// Whether a correction knows only the first words of its line.
  private let isCut: [Bool]
  /// The corrections whose first word it is.
  private var openings: [String: [Int]] = [:]

  /// A place that has the words of a correction.
  private struct Place {
    var chapter: Int
    /// The first byte of the line.
    var start: Int
    /// What of the chapter it is: blocks, or quotations in the order of the text.
    var items: Range<Int>
  }

  /// Creates a finder.
  init(_ corrections: [Correction]) {
    self.corrections = corrections
    flaws = corrections.map { _ in "no line has these words" }
    words = corrections.map { PrintedWords($0.words) }
    isCut = corrections.map {
      $0.words.split(whereSeparator: \.isWhitespace).count >= Correction.mostWords
    }
    for (index, words) in words.enumerated() {
      if let first = words.words.first { openings[first, default: []].append(index) }
    }
  }

  /// Begins scenes where the user says that they begin.
  ///
  /// Complexity: linear in the work where there is such a correction.
  mutating func breakScenes(of drafts: inout [ChapterDraft]) {
    guard corrections.contains(where: { $0.verdict == .sceneBreak }) else { return }
    var places: [Int: [Place]] = [:]
    for (chapter, draft) in drafts.enumerated() {
      for (index, block) in draft.blocks.enumerated() where !block.isBlank {
        let own = PrintedWords(block.span, of: draft.chapter.text).words
        for correction in candidates(own, where: { $0 == .sceneBreak })
        where own.starts(with: words[correction].words) {
          places[correction, default: []].append(
            Place(chapter: chapter, start: block.span.start, items: index..<index + 1)
          )
        }
      }
    }
    for correction in corrections.indices where corrections[correction].verdict == .sceneBreak {
      let texts = drafts.map(\.chapter.text)
      guard let place = only(places[correction] ?? [], of: correction, texts) else { continue }
      let isMade = drafts[place.chapter].chapter.beginScene(at: place.start)
      if !isMade { flaws[correction] = "the line stands in no scene" }
    }
  }

  /// Makes quotations speech or none, and tells what is said of their speakers.
  ///
  /// - Parameters:
  ///   - paragraphs: Those of each chapter.
  ///   - texts: The text of each chapter.
  /// - Returns: A chapter each, what is said of the quotation that begins at a byte.
  mutating func mark(
    _ paragraphs: inout [[Paragraph]],
    texts: [[UInt8]]
  ) -> [[Int: Correction.Verdict]] {
    var told = [[Int: Correction.Verdict]](repeating: [:], count: paragraphs.count)
    guard corrections.contains(where: { $0.verdict != .sceneBreak }) else { return told }
    let quotations = paragraphs.map { chapter in
      chapter.indices.flatMap { paragraph in
        chapter[paragraph].quotations.indices.map { (paragraph: paragraph, quotation: $0) }
      }
    }
    var places: [Int: [Place]] = [:]
    for (chapter, list) in quotations.enumerated() {
      let scanned = list.map { paragraphs[chapter][$0.paragraph].quotations[$0.quotation] }
      let own = scanned.map { PrintedWords($0.quotation.content, of: texts[chapter]).words }
      for first in own.indices {
        for correction in candidates(own[first], where: { $0 != .sceneBreak }) {
          guard let end = end(of: correction, from: first, in: own) else { continue }
          let start = scanned[first].quotation.span.start
          places[correction, default: []].append(
            Place(chapter: chapter, start: start, items: first..<end)
          )
        }
      }
    }
    for (correction, entry) in corrections.enumerated() where entry.verdict != .sceneBreak {
      guard let place = only(places[correction] ?? [], of: correction, texts) else { continue }
      for (paragraph, quotation) in quotations[place.chapter][place.items] {
        let found = paragraphs[place.chapter][paragraph].quotations[quotation]
        if entry.verdict == .notSpeech {
          paragraphs[place.chapter][paragraph].quotations[quotation].kind = .notSpeech
        } else {
          if found.kind == .notSpeech {
            paragraphs[place.chapter][paragraph].quotations[quotation].kind = .speech
          }
          told[place.chapter][found.quotation.span.start] = entry.verdict
        }
      }
    }
    return told
  }

  private func candidates(
    _ own: [String],
    where isMeant: (Correction.Verdict) -> Bool
  ) -> [Int] {
    guard let first = own.first, let found = openings[first] else { return [] }
    return found.filter { isMeant(corrections[$0].verdict) }
  }

  /// Behind which quotation the words of a correction end that begin with the first of one; nil
  /// where they do not stand there.
  private func end(of correction: Int, from first: Int, in own: [[String]]) -> Int? {
    var rest = words[correction].words[...]
    for index in first..<own.count {
      if rest.count <= own[index].count {
        guard own[index].starts(with: rest) else { return nil }
        return rest.count == own[index].count || isCut[correction] ? index + 1 : nil
      }
      guard rest.starts(with: own[index]) else { return nil }
      rest = rest.dropFirst(own[index].count)
    }
    return nil
  }

  /// The one place that is meant: the only one, or the only one with the same words before it.
  private mutating func only(_ places: [Place], of correction: Int, _ texts: [[UInt8]]) -> Place? {
    guard places.count > 1 else {
      if !places.isEmpty { flaws[correction] = nil }
      return places.first
    }
    let before = PrintedWords(corrections[correction].before)
    let meant = places.filter { place in
      PrintedWords(PrintedWords.before(place.start, of: texts[place.chapter])) == before
    }
    guard meant.count == 1 else {
      flaws[correction] =
        meant.isEmpty
        ? "\(places.count) lines have these words, and none the words before"
        : "\(meant.count) lines have these words, and the same words before"
      return nil
    }
    flaws[correction] = nil
    return meant.first
  }
}

extension Chapter {
  /// Begins a scene at a place inside one; returns whether one begins there now.
  fileprivate mutating func beginScene(at start: Int) -> Bool {
    guard let index = scenes.firstIndex(where: { $0.span.contains(start) }) else { return false }
    let scene = scenes[index]
    guard scene.span.start < start else { return true }
    var end = start
    while end > scene.span.start, text[end - 1] <= 0x20 { end -= 1 }
    guard end > scene.span.start else { return true }
    scenes[index].span = TextSpan(scene.span.start, end)
    let next = Scene(span: TextSpan(start, scene.span.end), sceneBreak: .correction)
    scenes.insert(next, at: index + 1)
    return true
  }
}
