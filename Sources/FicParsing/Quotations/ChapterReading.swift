import FicModel

/// Reads the paragraphs of one chapter in the style that was settled for it.
struct ChapterReading: Sendable {
  private let chapter: MarkedChapter
  private let style: QuotationStyle
  private var spokenBrackets: Set<UInt8> = []

  /// Creates a reading of a chapter.
  init(_ chapter: MarkedChapter, style: QuotationStyle) {
    self.chapter = chapter
    self.style = style
    spokenBrackets = brackets(saidAtLeast: 2)
  }

  /// The brackets that a narrator's tag follows so many times or more.
  private func brackets(saidAtLeast count: Int) -> Set<UInt8> {
    guard chapter.hasBrackets else { return [] }
    var counts: [UInt8: Int] = [:]
    for paragraph in chapter.paragraphs {
      let prose = Prose(chapter.text, in: paragraph.span)
      for found in EnclosedWordsReader(prose: prose).bracketed(in: paragraph.span) {
        counts[chapter.text[found.quotation.span.start], default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= count }.keys)
  }

  /// The paragraphs with their quotations.
  func paragraphs() -> [Paragraph] {
    var result: [Paragraph] = []
    result.reserveCapacity(chapter.paragraphs.count)
    var open: Int?
    for index in chapter.paragraphs.indices {
      var paragraph = chapter.paragraphs[index]
      paragraph.quotations = quotations(of: index, continuesQuotation: open != nil)
      result.append(paragraph)
      if let start = open, isEndOfOpenQuotation(paragraph) {
        fill(&result, from: start, to: index)
      }
      if let last = paragraph.quotations.last?.quotation {
        open = last.span.end == paragraph.span.end && last.isOpen ? index : nil
      } else if let start = open, !chapter.marks(of: index).isEmpty || index - start >= 8 {
        open = nil
      }
    }
    return result
  }

  /// Whether a paragraph begins inside a quotation: it has a closing mark whose opening one stands
  /// in an earlier paragraph.
  private func isEndOfOpenQuotation(_ paragraph: Paragraph) -> Bool {
    guard let first = paragraph.quotations.first?.quotation else { return false }
    return first.span.start == paragraph.span.start && first.content.start == first.span.start
      && first.content.end < first.span.end
  }

  /// Makes the paragraphs between the two ends of a quotation part of it.
  private func fill(_ paragraphs: inout [Paragraph], from start: Int, to end: Int) {
    guard let kind = paragraphs[start].quotations.last?.kind, start < end,
      paragraphs[start].scene == paragraphs[end].scene
    else { return }
    for index in start..<end {
      let span = paragraphs[index].span
      if index > start {
        paragraphs[index].quotations = [
          ScannedQuotation(quotation: Quotation(span: span, content: span), kind: kind)
        ]
      }
      let last = paragraphs[index].quotations.count - 1
      paragraphs[index].quotations[last].quotation.continues = true
      paragraphs[index].quotations[last].quotation.isUnbalanced = false
    }
    paragraphs[end].quotations[0].quotation.isUnbalanced = false
  }

  /// The quotations of a paragraph, by the first convention that fits it.
  private func quotations(of index: Int, continuesQuotation: Bool) -> [ScannedQuotation] {
    let paragraph = chapter.paragraphs[index]
    let prose = Prose(chapter.text, in: paragraph.span)
    if let turns = chapter.script.turns[paragraph.block] {
      return turns.filter { paragraph.span.contains($0.quotation.span) }
    }
    if style.dashes, let pieces = DashTurnReader(prose: prose).pieces() {
      return pieces.map {
        ScannedQuotation(quotation: Quotation(span: $0, content: $0), kind: .speech)
      }
    }
    let marked = markedQuotations(of: index, prose, continuesQuotation: continuesQuotation)
    // What a play sets apart between its speeches are directions.
    let mayEnclose = chapter.hasEnclosedWords && !chapter.script.surrounds(paragraph.block)
    return mayEnclose ? addingEnclosedWords(to: marked, prose) : marked
  }

  /// The quotations that quotation marks show.
  private func markedQuotations(
    of index: Int,
    _ prose: Prose,
    continuesQuotation: Bool
  ) -> [ScannedQuotation] {
    let marks = marks(of: index, prose)
    guard !marks.isEmpty else { return [] }
    var balancer = MarkBalancer(
      prose: prose,
      marks: marks,
      style: style,
      continuesQuotation: continuesQuotation,
      nextBegins: begins(index + 1)
    )
    let classifier = QuotationClassifier(prose: prose, style: style)
    let found = balancer.quotations().flatMap { GuillemetReader(prose: prose).pieces(of: $0) }
    let label = chapter.script.labels[chapter.paragraphs[index].block]
    return zip(found, classifier.kinds(of: found)).map {
      ScannedQuotation(quotation: $0.quotation, kind: $1, label: label)
    }
  }

  /// The quotations with the thoughts and the telepathy between them.
  private func addingEnclosedWords(
    to marked: [ScannedQuotation],
    _ prose: Prose
  ) -> [ScannedQuotation] {
    let reader = EnclosedWordsReader(prose: prose, spokenBrackets: spokenBrackets)
    var result: [ScannedQuotation] = []
    var place = prose.span.start
    for quotation in marked {
      result += reader.quotations(in: TextSpan(place, quotation.quotation.span.start))
      result.append(quotation)
      place = quotation.quotation.span.end
    }
    return result + reader.quotations(in: TextSpan(place, prose.span.end))
  }

  /// The marks of a paragraph, read again where the style reads them in another way.
  private func marks(of index: Int, _ prose: Prose) -> ArraySlice<QuotationMark> {
    guard style.doubledSingles || style.guillemetsPointInward else {
      return chapter.marks(of: index)
    }
    return MarkReader(prose: prose, style: style).marks()[...]
  }

  /// Whether a paragraph begins with a mark that opens a quotation.
  private func begins(_ index: Int) -> Bool {
    guard index > 0, index < chapter.paragraphs.count,
      chapter.paragraphs[index].scene == chapter.paragraphs[index - 1].scene
    else { return false }
    guard let first = chapter.marks(of: index).first, first.side != .closing else { return false }
    return first.span.start == chapter.paragraphs[index].span.start
  }
}

extension Quotation {
  /// Whether no mark ends it.
  fileprivate var isOpen: Bool { content.end == span.end && content.start > span.start }
}
