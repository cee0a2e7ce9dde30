import FicModel

/// Parts speech from the tag that a narrator slips in without a mark, as in `Oui, dit-il, et non.`.
struct InsertionReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// Whether only French tags count, as between guillemets, where an English tag is spoken.
  var isFrenchOnly = false

  /// The pieces of speech in `span`, in reading order.
  ///
  /// Complexity: linear in the number of bytes.
  func pieces(of span: TextSpan) -> [TextSpan] {
    var pieces: [TextSpan] = []
    var start = span.start
    while start < span.end {
      guard let tag = nextTag(from: start, below: span.end) else {
        append(TextSpan(start, span.end), to: &pieces)
        break
      }
      append(TextSpan(start, tag.start), to: &pieces)
      start = resumption(after: tag, below: span.end) ?? span.end
    }
    return pieces
  }

  private func append(_ span: TextSpan, to pieces: inout [TextSpan]) {
    let piece = prose.trimmed(span)
    if !piece.isEmpty { pieces.append(piece) }
  }

  /// The first tag after a stop or a comma: from the space before it to the end of its subject.
  private func nextTag(from start: Int, below end: Int) -> TextSpan? {
    let tag = SpeechTag(prose: prose.part(TextSpan(start, end)))
    var place = start
    while place < end, let character = prose.character(at: place) {
      place = character.end
      guard character.scalar.isSpeechEnd || character.scalar.isProseDash,
        let next = prose.scalar(at: place), next.isProseSpace
      else { continue }
      if let tagEnd = tag.frenchEnd(at: place)
        ?? (isFrenchOnly ? nil : otherEnd(of: tag, at: place))
      {
        return TextSpan(place, tagEnd)
      }
    }
    return nil
  }

  private func otherEnd(of tag: SpeechTag, at offset: Int) -> Int? {
    tag.germanEnd(at: offset) ?? tag.end(at: offset)
  }

  /// Where speech goes on after a tag; nil where it does not.
  private func resumption(after tag: TextSpan, below end: Int) -> Int? {
    var place = tag.end
    while place < end, let character = prose.character(at: place) {
      place = character.end
      let next = prose.skippingSpaces(from: place)
      guard next < end else { return nil }
      if character.scalar.value == 0x2C, next > place {
        if isManner(at: next) { continue }
        return next
      }
      if character.scalar.isSentenceEnd, next > place {
        if isNarration(at: next, below: end) { continue }
        return next
      }
    }
    return nil
  }

  /// Whether the narrator goes on with how something is said: `, wiping her hands`, `, en
  /// souriant`.
  private func isManner(at offset: Int) -> Bool {
    guard let word = SpeechTag(prose: prose).word(at: offset) else { return false }
    return word.text.hasSuffix("ing") && word.text.utf8.count > 5
      || TagWords.manner.contains(word.text)
  }

  /// Whether a sentence is the narrator's: a third person and a past tense, and nobody's I or you.
  private func isNarration(at offset: Int, below end: Int) -> Bool {
    let words = SpeechTag(prose: prose.part(TextSpan(offset, end))).words(from: offset, limit: 2)
    guard words.count == 2 else { return false }
    switch words[0].text {
    case "he", "she", "they":
      return words[1].text.hasSuffix("ed") || TagWords.past.contains(words[1].text)
    case "il", "elle", "ils", "elles":
      return words[1].text.hasSuffix("a") && !words[1].text.hasSuffix("ra")
        && words[1].text.utf8.count > 2 || words[1].text.hasSuffix("èrent")
    default: return false
    }
  }
}
