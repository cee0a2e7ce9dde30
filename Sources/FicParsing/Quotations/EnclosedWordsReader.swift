import FicModel

/// Finds words that other marks than quotation marks set apart: thoughts in *asterisks*,
/// _underscores_, ~tildes~ or //slashes//, telepathy in ::colons::, :colons:, <angles>, {braces} or
/// [brackets].
///
/// Most words set apart are only stressed; a thought is a sentence of its own or has a tag. Words
/// in brackets or single colons are speech where a tag says so, and further ones where a work does
/// it again and again.
struct EnclosedWordsReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// The brackets whose sentences are speech without a tag.
  var spokenBrackets: Set<UInt8> = []

  /// The bytes that set words apart.
  private static let signs: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for sign in [0x2A, 0x2F, 0x3A, 0x3C, 0x5B, 0x5F, 0x7B, 0x7E] { table[sign] = true }
    return table
  }()

  /// How long a thought may be, in bytes.
  ///
  /// Longer ones are letters and flashbacks.
  private static let longest = 600

  /// A byte and how often it stands in a row.
  private struct MarkShape: Hashable {
    var byte: UInt8
    var count: Int
  }

  /// The thoughts and the telepathy in a part of the paragraph that no quotation covers.
  ///
  /// Complexity: linear in the number of bytes.
  func quotations(in gap: TextSpan) -> [ScannedQuotation] {
    var result: [ScannedQuotation] = []
    var place = gap.start
    var unclosed: [MarkShape: Int] = [:]
    let signs = Self.signs
    while place < gap.end {
      guard signs[Int(prose.bytes[place])], let mark = openingMark(at: place, in: gap) else {
        place += 1
        continue
      }
      // No mark of its kind closes before there: what was searched is not searched again.
      let shape = MarkShape(byte: prose.bytes[mark.start], count: mark.count)
      let limit = min(gap.end, mark.end + Self.longest)
      let start = max(mark.end, unclosed[shape] ?? 0)
      guard let close = closing(of: mark, from: start, below: limit) else {
        unclosed[shape] = limit
        place = mark.end
        continue
      }
      let found = Quotation(
        span: TextSpan(mark.start, close.end),
        content: TextSpan(mark.end, close.start)
      )
      if let kind = kind(of: found, after: result.last) {
        result.append(ScannedQuotation(quotation: found, kind: kind))
      }
      place = close.end
    }
    return result
  }

  /// The speech in brackets that a tag follows.
  func bracketed(in gap: TextSpan) -> [ScannedQuotation] {
    guard
      prose.bytes[gap.range].contains(where: { $0 == 0x3A || Self.partner(of: $0) != $0 })
    else { return [] }
    return quotations(in: gap).filter { needsTag($0.quotation) }
  }

  /// Whether words are speech only where a tag, or the habit of the work, says so.
  private func needsTag(_ found: Quotation) -> Bool {
    let sign = prose.bytes[found.span.start]
    return Self.partner(of: sign) != sign
      || sign == 0x3A && found.content.start == found.span.start + 1
  }

  /// A mark that begins words set apart: white space or a stop before it, a word after it.
  private func openingMark(at offset: Int, in gap: TextSpan) -> TextSpan? {
    let byte = prose.bytes[offset]
    guard let length = Self.length(of: byte) else { return nil }
    let end = offset + runLength(of: byte, at: offset, below: gap.end)
    let before = prose.scalar(before: offset)
    if byte == 0x3A, end - offset == 1 {
      guard before?.isProseSpace ?? true, prose.scalar(at: end)?.isProseLetter == true else {
        return nil
      }
      return TextSpan(offset, end)
    }
    let isPaired = byte == 0x3A || byte == 0x2F
    guard isPaired ? end - offset == length : end - offset <= 3 else { return nil }
    guard before.map({ !$0.isProseLetter && !$0.isProseDigit && $0.value != UInt32(byte) }) ?? true,
      let after = prose.scalar(at: end), !after.isProseSpace,
      !(after.isSpeechEnd && !after.isSentenceEnd)
    else { return nil }
    return TextSpan(offset, end)
  }

  /// The byte that closes what a byte opens.
  private static func partner(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x3C: 0x3E
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    default: byte
    }
  }

  /// How many bytes a mark has at least; nil where the byte is none.
  private static func length(of byte: UInt8) -> Int? {
    switch byte {
    case 0x2A, 0x5F, 0x7E, 0x3C, 0x5B, 0x7B: 1
    case 0x2F, 0x3A: 2
    default: nil
    }
  }

  private func runLength(of byte: UInt8, at offset: Int, below end: Int) -> Int {
    var place = offset
    while place < end, place - offset < 8, prose.bytes[place] == byte { place += 1 }
    return place - offset
  }

  /// The same mark again, after a word.
  private func closing(of mark: TextSpan, from start: Int, below limit: Int) -> TextSpan? {
    let byte = Self.partner(of: prose.bytes[mark.start])
    var place = start
    while place < limit {
      guard prose.bytes[place] == byte else {
        place += 1
        continue
      }
      let length = runLength(of: byte, at: place, below: limit)
      let after = prose.scalar(at: place + length)
      if length == mark.count, prose.scalar(before: place)?.isProseSpace == false,
        after?.isProseLetter != true, after?.isProseDigit != true
      {
        return TextSpan(place, place + length)
      }
      place += length
    }
    return nil
  }

  /// What words set apart are; nil where they are only stressed.
  private func kind(of found: Quotation, after last: ScannedQuotation?) -> UtteranceKind? {
    guard hasWords(found.content) else { return nil }
    let sign = prose.bytes[found.span.start]
    if sign == 0x3A, !needsTag(found) { return .speech }
    let sense = SpeechTag(prose: prose).sense(after: found)
    let isSentence = isSentence(found)
    if needsTag(found) {
      if sense != nil { return sign == 0x3A || endsSpeech(found) ? .speech : nil }
      return isSentence && spokenBrackets.contains(sign) ? .speech : nil
    }
    if sense == .thinking || isLedByThinking(found) { return .thought }
    if sense == .saying, endsSpeech(found) { return .speech }
    if sense == .writing, endsSpeech(found) { return .textMessage }
    if let last, last.kind == .thought, isSentence { return .thought }
    return isSentence && wordCount(found.content) >= 2 ? .thought : nil
  }

  /// Whether the words end as speech does, with a stop or a comma inside or right after the mark.
  private func endsSpeech(_ found: Quotation) -> Bool {
    let inside = prose.scalar(before: found.content.end)
    let outside = prose.scalar(at: found.span.end)
    return [inside, outside].contains { $0?.isSpeechEnd == true || $0?.isProseDash == true }
  }

  private func hasWords(_ content: TextSpan) -> Bool {
    prose.part(content).skipping(from: content.start) { !$0.isProseLetter } < content.end
  }

  /// Whether the narrator leads to the words: `I thought, *well*`.
  private func isLedByThinking(_ found: Quotation) -> Bool {
    let before = prose.trimmingSpaces(before: found.span.start)
    guard let last = prose.character(before: before),
      last.scalar.value == 0x2C || last.scalar.value == 0x3A
    else { return false }
    let end = last.start
    let start = prose.trimming(before: end) { $0.isProseLetter }
    let word = String(decoding: prose.bytes[start..<end], as: UTF8.self).lowercased()
    return TagWords.thinking.contains(word)
  }

  /// Whether the words are a sentence between sentences, which a stressed word is not.
  private func isSentence(_ found: Quotation) -> Bool {
    guard let first = prose.scalar(at: found.content.start), !first.isProseLowercase,
      let last = prose.scalar(before: found.content.end)
    else { return false }
    let before = prose.scalar(before: prose.trimmingSpaces(before: found.span.start))
    let startsSentence = before.map { $0.isSentenceEnd || $0.isQuotationGlyph } ?? true
    let after = prose.scalar(at: found.span.end)
    let endsSentence = last.isSentenceEnd || last.isProseDash || after?.isSentenceEnd ?? true
    return startsSentence && endsSentence
  }

  private func wordCount(_ content: TextSpan) -> Int {
    var count = 0
    var isInWord = false
    for byte in prose.bytes[content.range] {
      let isSpace = byte <= 0x20
      if !isSpace && !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
