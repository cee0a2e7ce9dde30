import FicModel

/// A line of a script, a chat or a log that says who speaks: a label, and what is said.
struct LabelledLine: Hashable, Sendable {
  /// How a label is set apart from what is said.
  enum Form: Int, CaseIterable, Hashable, Sendable {
    /// By a colon, or by the marks of a log: `Ron: hi`, `<ron> hi`, `**ron** hi`.
    case colon
    /// By a full stop or a direction: `MARTHA. You left.`, `MARTHA (aside) You left.`
    case stop
    /// By the end of the line, in capitals or with a colon: `MARTHA`, `MARTHA (V.O.)`.
    case cue
    /// By a time and the end of the line: `ana — Today at 4:31 PM`.
    case header
    /// By capitals alone: `MARTHA You left.`
    case bare
  }

  /// The label, without its marks and its colon.
  var label: TextSpan

  /// Everything after the label; empty where it stands on the next lines.
  var content: TextSpan

  /// How the label is set apart.
  var form: Form

  /// Whether a clock time stands before the label or marks stand round it, as in a log.
  var isLogged: Bool

  /// Whether every letter of the label is a capital.
  var isCapitals: Bool

  /// The label in lower case, for counting.
  var key: String

  /// Whether the next line is the time of the message.
  var isAboveTime = false

  /// Whether a colon stands behind a label that is alone on its line.
  var endsInColon = false

  /// How long a label may be, in bytes: room for "A VOICE FROM THE WINGS".
  static let longestLabel = 36

  /// Reads the line in `prose`; nil where it has no label.
  ///
  /// Without a colon, which most prose does not have, neither a time nor half of the labels need
  /// be looked for.
  init?(_ prose: Prose, hasColon: Bool) {
    let start = prose.skipping(from: prose.span.start) { $0.isProseSpace || $0.value == 0x200E }
    let clock = hasColon ? Self.skippingClock(prose, from: start) : start
    func parted() -> Found? {
      guard hasColon else { return nil }
      return Self.plain(prose, at: clock) ?? ChatHeader.label(prose, from: start, after: clock)
    }
    guard
      let found = Self.bracketed(prose, at: clock) ?? Self.emphasized(prose, at: clock)
        ?? parted() ?? (clock == start ? StageLabel.read(prose, at: start) : nil)
    else { return nil }
    self.init(found, isClocked: clock > start, in: prose)
  }

  /// Reads a line that is nothing but a name above the time of a message; nil where `time` is.
  init?(_ prose: Prose, above time: Prose?) {
    guard time != nil, let end = Self.labelEnd(prose, from: prose.span.start),
      end == prose.span.end
    else { return nil }
    let label = TextSpan(prose.span.start, end)
    self.init(
      Found(label: label, end: end, isMarked: true, form: .header),
      isClocked: false,
      in: prose
    )
    isAboveTime = true
  }

  private init?(_ found: Found, isClocked: Bool, in prose: Prose) {
    label = found.label
    content = prose.trimmed(TextSpan(found.end, prose.span.end))
    isLogged = isClocked || found.isMarked
    form = found.form
    if form == .colon, content.isEmpty {
      form = .cue
      endsInColon = true
    } else if form == .stop || form == .bare {
      guard !content.isEmpty else { return nil }
    }
    guard let key = Self.key(of: label, isLogged: isLogged, in: prose) else { return nil }
    self.key = key.text
    isCapitals = key.isCapitals
  }

  /// A label, the place where what is said may begin, and how the label is set.
  struct Found {
    var label: TextSpan
    var end: Int
    var isMarked = false
    var form = Form.colon
  }

  /// Skips the time of a log with what parts it from the name.
  static func skippingClock(_ prose: Prose, from start: Int) -> Int {
    guard let first = prose.scalar(at: start), first.isProseDigit || first.isOpeningBracket,
      let end = LogClock.end(in: prose, from: start)
    else { return start }
    return prose.skipping(from: end) {
      $0.isProseSpace || $0.isProseDash || $0.value == 0x7C || $0.value == 0x200E
    }
  }

  /// `<ron> lol`, `<@ron>: lol`.
  private static func bracketed(_ prose: Prose, at start: Int) -> Found? {
    guard prose.scalar(at: start)?.value == 0x3C else { return nil }
    let name = prose.skipping(from: start + 1) { isRank($0) || $0.isProseSpace }
    guard let end = labelEnd(prose, from: name), prose.scalar(at: end)?.value == 0x3E else {
      return nil
    }
    return Found(
      label: TextSpan(name, end),
      end: skippingColon(prose, from: end + 1),
      isMarked: true
    )
  }

  /// The signs of an operator before a name in a channel.
  private static func isRank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x25, 0x26, 0x2B, 0x40, 0x7E: true
    default: false
    }
  }

  /// `**mum** ok`, `**mum:** ok`, `__mum__: ok`.
  private static func emphasized(_ prose: Prose, at start: Int) -> Found? {
    guard let mark = prose.scalar(at: start), mark.isEmphasisMark else { return nil }
    let name = prose.skipping(from: start) { $0 == mark }
    guard name - start <= 3, let stop = labelEnd(prose, from: name) else { return nil }
    let hasColon = prose.scalar(at: stop)?.value == 0x3A
    let marks = hasColon ? stop + 1 : stop
    let end = prose.skipping(from: marks) { $0 == mark }
    guard end - marks == name - start else { return nil }
    let after = skippingColon(prose, from: end)
    if name - start == 1, !hasColon, let found = stopped(prose, TextSpan(name, stop), end) {
      return found
    }
    // One mark alone is how a stage direction or a stressed word begins.
    guard name - start >= 2 || hasColon || after > end else { return nil }
    guard prose.skippingSpaces(from: after) < prose.span.end else { return nil }
    return Found(label: TextSpan(name, stop), end: after, isMarked: name - start >= 2)
  }

  /// `_Martha._ You left.`, `_Martha_. You left.`: a name in italics with its stop.
  private static func stopped(_ prose: Prose, _ name: TextSpan, _ end: Int) -> Found? {
    let isInside = prose.scalar(before: name.end)?.value == 0x2E
    let isOutside = prose.scalar(at: end)?.value == 0x2E
    guard isInside != isOutside, prose.scalar(at: name.start)?.isProseCapital == true else {
      return nil
    }
    let label = isInside ? TextSpan(name.start, name.end - 1) : name
    return Found(label: label, end: isOutside ? end + 1 : end, form: .stop)
  }

  /// A label without marks round it.
  ///
  /// `Ron: hi`, `@ron: hi`, `THE PORTER: Tea.`, `CRANE (aside): No.`, `ron [10:14]: lol`
  private static func plain(_ prose: Prose, at line: Int) -> Found? {
    let isAddressed = prose.scalar(at: line).map { isRank($0) } ?? false
    let start = isAddressed ? line + 1 : line
    guard let stop = labelEnd(prose, from: start) else { return nil }
    var end = prose.skippingSpaces(from: stop)
    var isClocked = false
    let opening = prose.skipping(from: end) { $0.isEmphasisMark }
    if prose.scalar(at: opening)?.isOpeningBracket == true {
      guard let close = directionEnd(prose, from: opening, within: 60) else { return nil }
      isClocked = LogClock.end(in: prose, from: opening) == close
      end = prose.skipping(from: close) { $0.isProseSpace || $0.isEmphasisMark }
    } else {
      end = stop
    }
    guard prose.scalar(at: end)?.value == 0x3A, prose.scalar(at: end + 1)?.isProseSpace ?? true
    else {
      return nil
    }
    return Found(label: TextSpan(start, stop), end: end + 1, isMarked: isClocked)
  }

  /// The offset after the bracket that ends the direction which begins at `start`; nil where it is
  /// longer than `limit` bytes.
  static func directionEnd(_ prose: Prose, from start: Int, within limit: Int) -> Int? {
    let view = prose.part(TextSpan(start, start + limit))
    let close = view.skipping(from: start) { !$0.isClosingBracket }
    return view.character(at: close)?.end
  }

  private static func skippingColon(_ prose: Prose, from offset: Int) -> Int {
    prose.scalar(at: offset)?.value == 0x3A ? offset + 1 : offset
  }

  /// The end of the name that starts at `start`: letters, digits and the signs of nicknames, with
  /// single spaces between words; nil where none stands there.
  static func labelEnd(_ prose: Prose, from start: Int) -> Int? {
    guard let first = prose.scalar(at: start),
      first.isProseLetter || first.isProseDigit || first.value == 0x5F
    else { return nil }
    var place = start
    let limit = min(prose.span.end, start + longestLabel)
    while place < limit {
      let byte = prose.bytes[place]
      if byte < 0x80 {
        guard byte == 0x20 || isLabelPart(Unicode.Scalar(byte)) else { break }
        place += 1
      } else {
        guard let next = prose.character(at: place), isLabelPart(next.scalar) else { break }
        place = next.end
      }
    }
    place = prose.trimmingSpaces(before: place)
    return place > start ? place : nil
  }

  static func isLabelPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isProseLetter || scalar.isProseDigit { return true }
    switch scalar.value {
    case 0x23, 0x26, 0x27, 0x2D, 0x2E, 0x5F, 0x7C, 0x2019: return true
    default: return false
    }
  }

  /// Labels that name nobody: those of notes, letters, recipes, tables and stages.
  private static let denied = PhraseTable(PackageResources.no_speakers_txt)

  /// Words that a narrator's sentence begins with.
  private static let subjects: Set<String> = [
    "he", "she", "they", "it", "there", "this", "that", "so", "and",
  ]

  /// The label as it is counted; nil where its words are a narrator's: `She said: …`.
  private static func key(
    of label: TextSpan,
    isLogged: Bool,
    in prose: Prose
  ) -> (text: String, isCapitals: Bool)? {
    let text = String(decoding: prose.bytes[label.range], as: UTF8.self)
    // A log may have a telephone's number for a name.
    let hasLetters = text.unicodeScalars.contains(where: \.isProseLetter)
    guard hasLetters || isLogged else { return nil }
    let isCapitals = hasLetters && !text.unicodeScalars.contains { $0.isProseLowercase }
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first, words.count <= (isCapitals ? 6 : 3) else { return nil }
    let key = words.joined(separator: " ")
    guard denied[key] == nil, denied[first.filter { $0 != "." }] != "first" else { return nil }
    if !isCapitals {
      guard !words.contains(where: { SpeechTag.sense(of: $0) != nil }) else { return nil }
      guard !subjects.contains(first) else { return nil }
    }
    return (key, isCapitals)
  }
}
