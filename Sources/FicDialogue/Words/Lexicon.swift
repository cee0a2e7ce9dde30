/// The word lists of the parser, compiled: every listed form with what it is.
struct Lexicon: Sendable {
  /// The lists that come with the project.
  static let standard = Lexicon()

  /// Every listed form.
  private(set) var words = WordTable()
  /// What each form is, by its number.
  private(set) var classes: [WordClass] = []
  /// The full forms that a familiar form may stand for, by the number of the familiar form.
  private(set) var fullForms: [Int32: [Int32]] = [:]

  /// The full form of a title that is cut short: "doctor" of "dr".
  private(set) var fullTitles: [Int32: Int32] = [:]

  private init() {
    readSpeechVerbs()
    readForeignVerbs()
    readTitles()
    readPersonNouns()
    readGivenNames()
    readNicknames()
    for word in Self.words(in: PackageResources.function_words_txt) { add(word, .function) }
    addClosedClasses()
    for (short, full) in ClosedClasses.shortTitles {
      fullTitles[words.intern(short)] = words.intern(full)
    }
    while classes.count < words.count { classes.append([]) }
  }

  /// Adds what a form is.
  private mutating func add(_ word: some StringProtocol, _ wordClass: WordClass) {
    let id = Int(words.intern(String(word)))
    while classes.count <= id { classes.append([]) }
    classes[id].formUnion(wordClass)
  }

  private mutating func readSpeechVerbs() {
    for line in Self.lines(of: PackageResources.speech_verbs_txt) {
      var fields = line.split(separator: " ")
      var tag: WordClass = []
      if fields.first == "~" || fields.first == "+" {
        tag = fields.removeFirst() == "~" ? .weakSpeech : .particleSpeech
      }
      guard let lemma = fields.first else { continue }
      let forms = Inflection.forms(of: String(lemma), given: fields.dropFirst().map(String.init))
      for form in forms.finite { add(form, [.speech, tag]) }
      for form in forms.participles { add(form, [.speechParticiple, tag]) }
      add(lemma, [.speechBase, tag])
    }
    for word in [
      "thought", "thinks", "mused", "wondered", "wonders", "reflected", "pensa", "pensó",
    ] {
      add(word, [.thought, .speech])
    }
    add("think", [.thought, .speechBase])
  }

  private mutating func readForeignVerbs() {
    for line in Self.lines(of: PackageResources.speech_verbs_foreign_txt) {
      guard let form = line.split(separator: " ").first else { continue }
      add(form, .foreignSpeech)
    }
  }

  private mutating func readTitles() {
    for line in Self.lines(of: PackageResources.titles_txt) {
      let fields = line.split(separator: " ")
      guard let word = fields.first else { continue }
      var wordClass: WordClass = .title
      if fields.contains("m") { wordClass.insert(.maleTitle) }
      if fields.contains("f") { wordClass.insert(.femaleTitle) }
      if fields.contains("alone") { wordClass.insert(.loneTitle) }
      if fields.contains("kin") { wordClass.insert(.kin) }
      add(word, wordClass)
    }
  }

  private mutating func readPersonNouns() {
    for line in Self.lines(of: PackageResources.person_nouns_txt) {
      let fields = line.split(separator: " ")
      guard fields.count >= 2 else { continue }
      if fields.count > 2 { add(fields[0], .genericNoun) }
      switch fields[1] {
      case "m": add(fields[0], [.maleNoun])
      case "f": add(fields[0], [.femaleNoun])
      case "g": add(fields[0], [.groupNoun])
      default: add(fields[0], [.personNoun])
      }
    }
  }

  private mutating func readGivenNames() {
    for line in Self.lines(of: PackageResources.given_names_txt) {
      let fields = line.split(separator: " ")
      for name in fields.dropFirst() {
        switch fields[0] {
        case "m": add(name, .maleName)
        case "f": add(name, .femaleName)
        default: add(name, .neutralName)
        }
      }
    }
  }

  private mutating func readNicknames() {
    for line in Self.lines(of: PackageResources.nicknames_txt) {
      let fields = line.split(separator: " ")
      guard let first = fields.first else { continue }
      add(first, [])
      let full = words.intern(String(first))
      for name in fields.dropFirst() {
        add(name, [])
        fullForms[words.intern(String(name)), default: []].append(full)
      }
    }
  }

  private mutating func addClosedClasses() {
    for (wordClass, list) in ClosedClasses.all {
      for word in list.split(separator: " ") { add(word, wordClass) }
    }
  }

  private static func lines(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  private static func words(in bytes: [UInt8]) -> [Substring] {
    lines(of: bytes).flatMap { $0.split(separator: " ") }
  }
}
