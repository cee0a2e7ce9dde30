import FicModel

/// Tells a script or a chat from a colon, a shouted word or a slug in prose, by labels of one form.
///
/// A script shows in stretches of lines where a few labels come again and take turns.
struct LabelSurvey: Sendable {
  /// A line that may be a turn, and the number of its paragraph.
  struct Candidate: Sendable {
    var line: LabelledLine
    var paragraph: Int
    /// Whether it looks typed on a phone.
    var isTyped: Bool
    /// Whether quotation marks begin what is said.
    var isQuoted: Bool
  }

  private let form: LabelledLine.Form
  private let candidates: [Candidate]

  /// The paragraphs of the stretches that are scripts, ascending.
  private(set) var stretches: [ClosedRange<Int>] = []

  /// The style of the labels; nil where the chapter has no script of this form.
  private(set) var style: LabelStyle?

  /// Looks at the lines of one form, given in order.
  ///
  /// Complexity: linear in the number of lines.
  init(_ form: LabelledLine.Form, _ candidates: [Candidate]) {
    self.form = form
    self.candidates = candidates
    var counted: [Candidate] = []
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count,
        candidates[end].paragraph - candidates[end - 1].paragraph <= widestGap
      {
        end += 1
      }
      if isScript(start..<end) {
        counted += candidates[start..<end]
        stretches.append(candidates[start].paragraph...candidates[end - 1].paragraph)
      }
      start = end
    }
    style = Self.style(of: counted)
    if style == nil { stretches = [] }
  }

  /// How many paragraphs may lie between two turns of one script: messages stand closer than the
  /// speeches of a play with its directions.
  private var widestGap: Int {
    switch form {
    case .colon, .stop: 8
    case .cue, .bare: 6
    case .header: 4
    }
  }

  /// In every so many paragraphs a script has at least one label.
  private var thinnest: Int {
    switch form {
    case .colon: 8
    case .stop: 3
    case .cue, .header: 4
    case .bare: 2
    }
  }

  /// What the messages of a chat have at most, in bytes, one with another.
  private static let longestMessage = 240

  /// Whether the lines of a stretch are turns: their labels come again and alternate, stand close
  /// together, and are not the fields of a form.
  private func isScript(_ range: Range<Int>) -> Bool {
    let lines = candidates[range]
    guard let first = lines.first, let last = lines.last, lines.count >= 3 else { return false }
    var thinnest = thinnest
    // Only in a row of such speeches is "Martha." at the head of a paragraph a label, or "Martha"
    // above one.
    if form == .stop || form == .cue, lines.count(where: Self.isPlain) * 2 > lines.count {
      thinnest = 2
    }
    guard lines.count * thinnest > last.paragraph - first.paragraph else { return false }
    // "London — 4:31 PM" over pages of a story is a slug.
    let bytes = last.line.label.start - first.line.label.start
    guard form != .header || bytes <= lines.count * Self.longestMessage else { return false }
    var counts: [String: Int] = [:]
    var successors: [String: Set<String>] = [:]
    var turns = 0
    var previous: String?
    for candidate in lines {
      let key = candidate.line.key
      counts[key, default: 0] += 1
      guard key != previous else { continue }
      if let previous { successors[previous, default: []].insert(key) }
      turns += 1
      previous = key
    }
    guard turns >= 3, turns > counts.count else { return false }
    // "Name: … Class: … Level: …", again and again in one order, is a form.
    let isForm = counts.count >= 4 && successors.values.allSatisfy { $0.count == 1 }
    return !isForm || lines.allSatisfy(\.line.isLogged)
  }

  /// Whether neither capitals nor a colon set a label apart.
  private static func isPlain(_ candidate: Candidate) -> Bool {
    !candidate.line.isCapitals && !candidate.line.endsInColon
  }

  /// The style that the lines of all stretches show.
  private static func style(of lines: [Candidate]) -> LabelStyle? {
    guard let form = lines.first?.line.form else { return nil }
    var counts: [String: Int] = [:]
    for candidate in lines { counts[candidate.line.key, default: 0] += 1 }
    let isLog = lines.count(where: \.line.isLogged) * 2 > lines.count
    let repeated = counts.filter { $0.value >= 2 }
    // The marks of a log tell as much as a second name that comes again.
    guard repeated.count >= (isLog ? 1 : 2) else { return nil }
    let capitals = lines.count(where: \.line.isCapitals)
    let isCapitals = capitals * 2 > lines.count
    if form == .bare || form == .stop && !isCapitals {
      guard lines.count >= 5 else { return nil }
    }
    // A name alone on its line may head a scene: a play has many, and the same again and again.
    if form == .cue, lines.count(where: isPlain) * 2 > lines.count {
      guard lines.count >= 6, counts.count * 2 <= lines.count else { return nil }
    }
    let typed = lines.count(where: \.isTyped)
    return LabelStyle(
      isChat: isLog || form == .colon && !isCapitals && typed * 3 >= lines.count,
      isCapitals: isCapitals,
      isQuoted: lines.count(where: \.isQuoted) * 2 > lines.count,
      names: Set(repeated.keys)
    )
  }
}

extension LabelSurvey.Candidate {
  /// Takes a line of the paragraph with that number.
  init(_ line: LabelledLine, paragraph: Int, in prose: Prose) {
    self.line = line
    self.paragraph = paragraph
    let first = prose.scalar(at: line.content.start)
    isQuoted = first?.isQuotationGlyph == true
    isTyped = Self.isTyped(line, first, in: prose)
  }

  /// A small letter at the start, no stop at the end, or the owner of the phone for a name.
  private static func isTyped(
    _ line: LabelledLine,
    _ first: Unicode.Scalar?,
    in prose: Prose
  ) -> Bool {
    if line.key == "me" || line.key == "you" || line.key.hasPrefix("unknown") { return true }
    if first?.isProseLowercase == true { return true }
    return prose.scalar(before: line.content.end)?.isProseLetter ?? false
  }
}
