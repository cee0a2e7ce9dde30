import FicModel

/// Tells whose words those of a line are, word by word.
struct VoiceReader {
  private var quotations: [(content: TextSpan, voice: Voice)] = []
  private var next = 0

  /// The regions so far.
  private(set) var regions: [Region] = []

  /// Prepares to read a line of a chapter.
  init(_ chapter: Chapter, _ line: Line) {
    for utterance in chapter.utterances[line.utterances] {
      guard let voice = Voice(utterance.kind) else { continue }
      for quotation in utterance.quotations where quotation.content.overlaps(line.span) {
        quotations.append((quotation.content, voice))
      }
    }
    quotations.sort { $0.content < $1.content }
  }

  /// Takes in a word that begins at an offset of the chapter's text; words come in order.
  @inline(__always)
  mutating func read(word: Int, at offset: Int) {
    while next < quotations.count, quotations[next].content.end <= offset { next += 1 }
    guard next < quotations.count, quotations[next].content.start <= offset else { return }
    let voice = quotations[next].voice
    if let last = regions.indices.last, regions[last].end == word, regions[last].voice == voice {
      regions[last].end = word + 1
    } else {
      regions.append(Region(start: word, end: word + 1, voice: voice))
    }
  }
}

extension Voice {
  /// The voice of a kind of utterance; nil for what is no speech.
  init?(_ kind: UtteranceKind) {
    switch kind {
    case .speech, .textMessage, .letter: self = .dialogue
    case .thought: self = .thought
    case .notSpeech: return nil
    }
  }
}
