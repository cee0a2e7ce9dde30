import FicModel

/// Pairs the marks of one paragraph, and starts afresh with the next, so that a stray mark shifts
/// nothing beyond its own paragraph.
struct MarkBalancer: Sendable {
  /// The paragraph.
  let prose: Prose

  /// Its marks, in reading order.
  let marks: ArraySlice<QuotationMark>

  /// How the chapter sets its dialogue.
  let style: QuotationStyle

  /// Whether the paragraph before left a quotation open.
  let continuesQuotation: Bool

  /// Whether the next paragraph begins with an opening mark.
  let nextBegins: Bool

  /// The closing mark of each opening one that has a direction, by their indices.
  private var partners: [Int: Int] = [:]

  /// The quotations, in reading order.
  private(set) var found: [FoundQuotation] = []

  /// Creates a balancer.
  init(
    prose: Prose,
    marks: ArraySlice<QuotationMark>,
    style: QuotationStyle,
    continuesQuotation: Bool = false,
    nextBegins: Bool = false
  ) {
    self.prose = prose
    self.marks = marks
    self.style = style
    self.continuesQuotation = continuesQuotation
    self.nextBegins = nextBegins
  }

  /// The quotations of the paragraph, in reading order.
  ///
  /// Complexity: linear in the number of marks and bytes.
  mutating func quotations() -> [FoundQuotation] {
    found = []
    partners = marks.contains { $0.family.isDirected } ? directedPartners() : [:]
    var index = marks.startIndex
    while index < marks.endIndex {
      index = marks[index].side == .closing ? missedOpening(index) : opened(index)
    }
    return found
  }

  /// Reads on from an opening mark; returns the index after what it took.
  private mutating func opened(_ index: Int) -> Int {
    let mark = marks[index]
    switch mark.family {
    case .double: return openedDouble(index)
    case .single: return openedSingle(index)
    case .guillemet, .angle, .corner, .whiteCorner:
      if let close = partners[index] { return closed(index, close) }
      return isTurnStart(mark) ? unclosed(index) : index + 1
    }
  }

  // MARK: Double marks

  private mutating func openedDouble(_ index: Int) -> Int {
    var depth = 0
    for next in (index + 1)..<marks.endIndex where marks[next].family == .double {
      if marks[next].side == .opening, !isMisplacedClosing(next) {
        guard closesTwice(after: next) else { return cut(index, before: next) }
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        return closed(index, next)
      }
    }
    return unclosed(index)
  }

  /// Whether two closing marks follow an opening one, so that it begins an inner quotation.
  private func closesTwice(after index: Int) -> Bool {
    var closings = 0
    for next in (index + 1)..<marks.endIndex where marks[next].family == .double {
      guard marks[next].side == .closing else { return false }
      closings += 1
      if closings == 2 { return true }
    }
    return false
  }

  /// Whether a straight mark with its space on the wrong side ends a quotation: `Hi. "he said.
  /// "Go`.
  private func isMisplacedClosing(_ index: Int) -> Bool {
    guard marks[index].isStraight else { return false }
    for next in (index + 1)..<marks.endIndex where marks[next].family == .double {
      return marks[next].side != .closing
    }
    return true
  }

  // MARK: Marks with a direction

  /// For each mark with a direction the index of the mark that ends its quotation, by nesting.
  private func directedPartners() -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [QuotationMark.Family: [Int]] = [:]
    for index in marks.indices where marks[index].family.isDirected {
      if marks[index].side == .opening {
        open[marks[index].family, default: []].append(index)
      } else if let start = open[marks[index].family]?.popLast() {
        partners[start] = index
      }
    }
    return partners
  }

  // MARK: Single marks

  /// How many marks a quotation in single marks may hold, so that a file of marks stays linear.
  private static let mostMarks = 256

  /// The marks that may end the quotation that one opens.
  private func ahead(of index: Int) -> Range<Int> {
    index + 1..<max(index + 1, min(marks.endIndex, index + 1 + Self.mostMarks))
  }

  private mutating func openedSingle(_ index: Int) -> Int {
    let mark = marks[index]
    if let close = singleClosing(after: index) { return closed(index, close) }
    guard style.singlesAreOuter, !mark.isWeak, isTurnStart(mark) else { return index + 1 }
    return unclosed(index)
  }

  /// The single mark that ends the quotation that one opens; nil where it opens none.
  ///
  /// A mark after a stop or a comma surely ends one. A mark after a letter may be a possessive; it
  /// ends one only if a further quotation begins or nothing better comes.
  private func singleClosing(after index: Int) -> Int? {
    var weak: Int?
    var isNested = false
    for next in ahead(of: index) where marks[next].family == .single {
      let mark = marks[next]
      if mark.side == .opening {
        if mark.isWeak { continue }
        if weak != nil || !isInsideWords(mark) { return marks[index].isWeak ? nil : weak }
        isNested = true
      } else if isNested, closesAgain(after: next) {
        isNested = false
      } else if mark.side == .either || !mark.isWeak || isLast(mark) {
        return next
      } else if weak == nil {
        weak = next
      }
    }
    guard !marks[index].isWeak, let weak else { return nil }
    // A turn whose marks all look like apostrophes goes on in the next paragraph.
    if style.singlesAreOuter, nextBegins, isTurnStart(marks[index]) { return nil }
    return weak
  }

  /// Whether a sure closing mark comes before the next opening one, so that the mark at `index`
  /// ends an inner quotation set in the same marks.
  private func closesAgain(after index: Int) -> Bool {
    for next in ahead(of: index) where marks[next].family == .single && !marks[next].isWeak {
      return marks[next].side == .closing
    }
    return false
  }

  /// Whether a mark ends its paragraph.
  private func isLast(_ mark: QuotationMark) -> Bool {
    prose.skippingSpaces(from: mark.span.end) >= prose.span.end
  }

  /// Whether an opening single mark more likely stands for letters left out, as in `don't 'ave`.
  private func isInsideWords(_ mark: QuotationMark) -> Bool {
    let before = prose.trimmingSpaces(before: mark.span.start)
    guard before < mark.span.start, let last = prose.scalar(before: before),
      last.isProseLetter || last.value == 0x2C
    else { return false }
    return prose.scalar(at: mark.span.end)?.isProseLowercase ?? false
  }

  // MARK: Results

  /// Whether a quotation that begins with a mark is a turn: at the paragraph's start, or after the
  /// stop, the comma or the colon of a sentence.
  private func isTurnStart(_ mark: QuotationMark) -> Bool {
    let before = prose.trimmingSpaces(before: mark.span.start)
    guard let last = prose.scalar(before: before) else { return true }
    return last.isSpeechEnd || last.isProseDash
  }

  /// Takes a quotation that ends with a mark.
  private mutating func closed(_ open: Int, _ close: Int) -> Int {
    add(
      TextSpan(marks[open].span.start, marks[close].span.end),
      content: TextSpan(marks[open].span.end, marks[close].span.start),
      family: marks[open].family,
      marks: marks[(open + 1)..<close]
    )
    return close + 1
  }

  /// Takes a quotation whose closing mark is missing while another one begins in the paragraph.
  private mutating func cut(_ open: Int, before next: Int) -> Int {
    let content = TextSpan(marks[open].span.end, marks[next].span.start)
    let end = SpokenEnd(prose: prose).end(of: content) ?? prose.trimmingSpaces(before: content.end)
    add(
      TextSpan(marks[open].span.start, end),
      content: TextSpan(content.start, end),
      family: marks[open].family,
      marks: marks[(open + 1)..<next],
      isUnbalanced: true
    )
    return next
  }

  /// Takes a quotation that the paragraph does not end.
  private mutating func unclosed(_ open: Int) -> Int {
    let rest = TextSpan(marks[open].span.end, prose.span.end)
    let tagged = SpokenEnd(prose: prose).end(of: rest)
    let end = tagged ?? prose.trimmingSpaces(before: rest.end)
    guard end > rest.start else { return open + 1 }
    let continues = tagged == nil && nextBegins
    add(
      TextSpan(marks[open].span.start, end),
      content: TextSpan(rest.start, end),
      family: marks[open].family,
      marks: marks[(open + 1)...],
      isUnbalanced: !continues,
      continues: continues
    )
    guard tagged != nil else { return marks.endIndex }
    return marks[(open + 1)...].firstIndex { $0.span.start >= end } ?? marks.endIndex
  }

  /// Adds a quotation, unless it holds no character.
  mutating func add(
    _ span: TextSpan,
    content: TextSpan,
    family: QuotationMark.Family,
    marks inner: ArraySlice<QuotationMark>,
    isUnbalanced: Bool = false,
    continues: Bool = false
  ) {
    guard prose.skippingSpaces(from: content.start) < content.end else { return }
    var quotation = Quotation(
      span: span,
      content: content,
      continues: continues,
      isUnbalanced: isUnbalanced
    )
    quotation.nested = nested(in: inner, outside: family).filter(content.contains)
    found.append(FoundQuotation(quotation: quotation, family: family))
  }

  /// Puts another quotation in the place of the last one.
  mutating func replaceLast(_ quotation: FoundQuotation) {
    guard !found.isEmpty else { return }
    found[found.count - 1] = quotation
  }

  /// The quotations inside a quotation: pairs of marks of the other families.
  private func nested(
    in inner: ArraySlice<QuotationMark>,
    outside family: QuotationMark.Family
  ) -> [TextSpan] {
    var result: [TextSpan] = []
    var open: QuotationMark?
    for mark in inner where mark.family != family {
      if let start = open, start.family == mark.family, mark.side != .opening {
        result.append(TextSpan(start.span.start, mark.span.end))
        open = nil
      } else if open == nil, mark.side != .closing, !mark.isWeak {
        open = mark
      }
    }
    return result
  }
}
