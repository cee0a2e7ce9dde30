/// The file of corrections: one line of a work each, its words, the words before it, what is so.
///
///     [work: The Lamplighter's Ledger]
///     You are late = after: the lamp and sat down, speaker: Mrs Smith, to: Dace
///     Shorty = after: everybody called him, not speech
///     A few days later = scene break
package struct CorrectionFile: Sendable {
  /// A correction with its place.
  package struct Line: Hashable, Sendable {
    /// The correction.
    package var correction: Correction

    /// The line, from 1.
    package var number: Int
  }

  /// How such files are written.
  package static let kind = UserFile.Kind(
    ending: "corrections",
    form: "WORDS = after: WORDS BEFORE, speaker: NAME, to: NAME",
    opening: [
      "# Corrections of lines: their words = after: the words before them, and what is so:",
      "# speaker: NAME, to: NAME, or 'not speech', or 'scene break'.",
      "# Lines below [work: Title or id] are of that work.",
    ],
    flawCode: "bad_correction"
  )

  /// The most corrections in a file; the rest is reported and left out.
  package static let maximumCorrections = 20_000

  /// What was understood, in order.
  package private(set) var lines: [Line] = []

  private var file: UserFile

  /// Reads a file's bytes.
  package init(path: String, bytes: [UInt8] = []) {
    self.init(UserFile(path: path, kind: Self.kind, bytes: bytes))
  }

  private init(_ file: UserFile) {
    self.file = file
    for entry in file.entries {
      do throws(UserFileFlaw) {
        guard lines.count < Self.maximumCorrections else {
          throw UserFileFlaw(
            cause: "the file has more than \(Self.maximumCorrections) corrections",
            hint: "remove what is not needed"
          )
        }
        lines.append(Line(correction: try Self.correction(entry), number: entry.number))
      } catch {
        self.file.report(error, line: entry.number)
        if lines.count >= Self.maximumCorrections { break }
      }
    }
  }

  /// Where the file is.
  package var path: String { file.path }

  /// What was not understood.
  package var problems: [FileProblem] { file.problems }

  /// The file's bytes, with a line end at the end.
  package var bytes: [UInt8] { file.bytes }

  /// Sets what is so of a line, in place of what was said of it before.
  package mutating func set(_ correction: Correction) {
    let values = Self.values(of: correction)
    if let known = lines.first(where: { $0.correction.concernsSame(as: correction) }) {
      change { $0.replace(line: known.number, key: correction.words, values: values) }
    } else {
      change { $0.insert(key: correction.words, values: values, work: correction.work) }
    }
  }

  /// Removes what was said of a line.
  package mutating func remove(_ line: Line) {
    change { $0.remove(line: line.number) }
  }

  private mutating func change(_ body: (inout UserFile) -> Void) {
    body(&file)
    self = CorrectionFile(path: path, bytes: bytes)
  }

  // MARK: - Lines

  private static func correction(_ entry: UserFile.Entry) throws(UserFileFlaw) -> Correction {
    guard let work = entry.work else {
      throw UserFileFlaw(
        cause: "the line stands in no work's section",
        hint: "write it below [work: Title]"
      )
    }
    guard !PrintedWords(entry.key).words.isEmpty else {
      throw UserFileFlaw(cause: "there are no words before the '='", hint: "write \(kind.form)")
    }
    var before = ""
    var speaker: String?
    var addressees: [String] = []
    var verdict: Correction.Verdict?
    for value in entry.values {
      switch (value, named(value)) {
      case ("not speech", _): verdict = .notSpeech
      case ("scene break", _): verdict = .sceneBreak
      case (_, ("after", let words)?): before = words
      case (_, ("speaker", let name)?): speaker = try checked(name)
      case (_, ("to", let name)?): addressees.append(try checked(name))
      default:
        throw UserFileFlaw(
          cause: "'\(value.prefix(80))' is not understood",
          hint: "write after:, speaker: or to: before it, or 'not speech', or 'scene break'"
        )
      }
    }
    if speaker != nil || !addressees.isEmpty {
      guard verdict == nil else {
        throw UserFileFlaw(
          cause: "the line says who speaks, and that nobody does",
          hint: "write the one or the other"
        )
      }
      verdict = .said(speaker: speaker, addressees: addressees)
    }
    guard let verdict else {
      throw UserFileFlaw(cause: "the line does not say what is so", hint: "write \(kind.form)")
    }
    return Correction(work: work, words: entry.key, before: before, verdict: verdict)
  }

  /// A value of the form `name: text`.
  private static func named(_ value: String) -> (name: String, text: String)? {
    guard let colon = value.firstIndex(of: ":") else { return nil }
    let text = UserLineScanner.trimmed(value[value.index(after: colon)...])
    return (UserLineScanner.trimmed(value[..<colon]).lowercased(), text)
  }

  private static func checked(_ name: String) throws(UserFileFlaw) -> String {
    if let flaw = AliasName.flaw(in: name) { throw flaw }
    return name
  }

  private static func values(of correction: Correction) -> [String] {
    let before = correction.before.isEmpty ? [] : ["after: " + correction.before]
    switch correction.verdict {
    case .notSpeech: return before + ["not speech"]
    case .sceneBreak: return before + ["scene break"]
    case .said(let speaker, let addressees):
      return before + (speaker.map { ["speaker: " + $0] } ?? []) + addressees.map { "to: " + $0 }
    }
  }
}
