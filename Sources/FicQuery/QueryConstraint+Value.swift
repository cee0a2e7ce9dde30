import FicModel

extension QueryConstraint.Value {
  /// The number of the last chapter that can be asked for: behind it come those that are gone and
  /// kept, which have no place any more.
  static let lastChapter = 100_000

  /// Reads what was typed after a field.
  ///
  /// `today` is the day from which days are counted back, in days since 1970.
  init(field: QueryField, phrase: QueryPhrase, today: Int?) throws(QuerySyntaxError) {
    switch field {
    case .from, .to, .with, .about, .work, .author, .fandom, .ship, .char, .tag, .rating, .warning,
      .genre,
      .lang, .site, .series:
      self = .phrase(phrase)
    case .status:
      try Self.checkStatus(phrase)
      self = .phrase(phrase)
    case .words, .chapters, .updated, .published, .added:
      self = .range(try Self.range(field, phrase, today))
    case .in:
      self = .zone(try Self.zone(phrase))
    case .chapter, .printed:
      guard let range = Self.chapters(phrase.text) else {
        throw QuerySyntaxError(.badNumber(field, value: phrase.text), at: phrase.span)
      }
      self = .chapters(range)
    case .upto:
      guard let range = Self.chapters(phrase.text), range.count == 1 else {
        throw QuerySyntaxError(.badNumber(field, value: phrase.text), at: phrase.span)
      }
      self = .chapters(1...range.upperBound)
    case .confidence:
      guard let figure = Double(phrase.text), figure >= 0, figure <= 1 else {
        throw QuerySyntaxError(.badNumber(field, value: phrase.text), at: phrase.span)
      }
      self = .confidence(figure)
    }
  }

  private static func range(
    _ field: QueryField,
    _ phrase: QueryPhrase,
    _ today: Int?
  ) throws(QuerySyntaxError) -> QueryRange {
    let isDate = field.kind == .date
    let range =
      phrase.isPrefix
      ? nil
      : isDate
        ? QueryRange(ago: phrase.text, today: today) ?? QueryRange(dates: phrase.text, today: today)
        : QueryRange(counts: phrase.text)
    guard let range else {
      throw QuerySyntaxError(
        isDate ? .badDate(field, value: phrase.text) : .badNumber(field, value: phrase.text),
        at: phrase.span
      )
    }
    return range
  }

  /// Throws for words that no site has for a status.
  private static func checkStatus(_ phrase: QueryPhrase) throws(QuerySyntaxError) {
    let name = phrase.text.lowercased()
    guard !phrase.isPrefix, !name.contains("*"), WorkStatus(reading: name) == nil else { return }
    let nearest = EditDistance.nearest(
      to: name,
      among: WorkStatus.allCases.map(\.rawValue),
      within: 3
    )
    throw QuerySyntaxError(.unknownStatus(name: phrase.text, nearest: nearest), at: phrase.span)
  }

  private static func zone(_ phrase: QueryPhrase) throws(QuerySyntaxError) -> QueryZone {
    let name = phrase.text.lowercased()
    if let zone = QueryZone(rawValue: name) { return zone }
    let nearest = EditDistance.nearest(
      to: name,
      among: QueryZone.allCases.map(\.rawValue),
      within: 3
    )
    throw QuerySyntaxError(.unknownZone(name: phrase.text, nearest: nearest), at: phrase.span)
  }

  /// `3`, `3-5`, `3..5`, `3-`; nil for anything else.
  private static func chapters(_ text: String) -> ClosedRange<Int>? {
    let scalars = Array(text.unicodeScalars)
    let first = scalars.prefix { $0 >= "0" && $0 <= "9" }
    let rest = scalars[first.count...]
    let sign = rest.prefix { "-.\u{2013}\u{2026}".unicodeScalars.contains($0) }
    let last = rest[(rest.startIndex + sign.count)...]
    guard !first.isEmpty, sign.count <= 3, last.allSatisfy({ $0 >= "0" && $0 <= "9" }) else {
      return nil
    }
    let low = QueryLexer.number(first)
    guard low > 0, !(sign.isEmpty && !last.isEmpty) else { return nil }
    if sign.isEmpty { return low...low }
    let high = last.isEmpty ? lastChapter : QueryLexer.number(last)
    guard high > 0 else { return nil }
    return min(low, high)...max(low, high)
  }
}
