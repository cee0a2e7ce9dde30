import FicDialogue
import FicFormats
import FicIndex
import FicModel
import FicParsing

/// Reads and parses works; knows no index, so that several can be read at once.
struct WorkReader: Sendable {
  /// The size above which a file is refused, in bytes.
  var maximumFileBytes: Int

  /// Whether a work is parsed although its bytes are as before.
  var parsesAll: Bool

  /// What the user says of names and lines.
  var word = UserWord()

  /// Reads a work.
  ///
  /// - Parameters:
  ///   - plan: what to read.
  ///   - lastGood: the text that the index has of a file, for one that is bad now.
  /// - Returns: what became of each file, and the parsed work where anything changed.
  func read(_ plan: WorkPlan, lastGood: [String: [UInt8]] = [:]) -> WorkReading {
    var reading = WorkReading(plan: plan, outcomes: [])
    var documents: [Document] = []
    var description: BookDescription?
    var isChanged = parsesAll || plan.hasOtherFiles || plan.isToReread
    for (index, part) in plan.parts.enumerated() {
      var outcome = WorkReading.FileOutcome(file: part.file)
      switch plan.files.parts[index].role {
      case .description:
        description = self.description(of: part, &outcome)
      case .form where !documents.isEmpty:
        outcome.problem = Self.otherForm(part, of: plan.parts[reading.parts[0]])
      case .form, .text:
        if let document = document(of: part, in: plan, at: index, lastGood, &outcome) {
          documents.append(document)
          reading.parts.append(index)
        }
      }
      if outcome.problem == nil && outcome.fingerprint != part.fingerprint { isChanged = true }
      reading.outcomes.append(outcome)
    }
    guard isChanged, !documents.isEmpty else { return reading }
    if plan.files.parts.allSatisfy({ $0.role == .text }) {
      reading.alone = PartAgreement(documents.map(\.metadata)).alone.map { reading.parts[$0] }
      if !reading.alone.isEmpty { return reading }
    }
    reading.metadata = plan.files.metadata(from: documents, description: description)
    reading.opening = TextOpening(documents)
    let (parser, places) = parser(of: reading)
    let (work, diagnostics, unfit) = parser.parseReporting(documents)
    reading.unfit = Dictionary(zip(places, unfit)) { first, _ in first }
    for (number, index) in reading.parts.enumerated() {
      reading.outcomes[index].repairs = diagnostics[number].compactMap {
        Repair.problem(for: $0, in: documents[number], path: plan.parts[index].file.path)
      }
    }
    reading.parsed = work
    for chapter in work.chapters {
      let terms = ChapterTerms(chapter)
      reading.words += terms.storyWords
      if terms.storyWords > 0 { reading.storyChapters += 1 }
      reading.terms.append(terms)
    }
    return reading
  }

  /// A parser that knows what the user says of a work, and which of the corrections it knows.
  private func parser(of reading: WorkReading) -> (parser: WorkParser, corrections: [Int]) {
    let id = reading.plan.stored ?? WorkID(identity: reading.names.identity(reading.opening))
    let title = WorkLabel(id, path: reading.plan.path, metadata: reading.metadata).title
    let corrections = word.corrections(of: id, titled: title)
    let parser = WorkParser(
      seeds: word.aliases.people(of: id, titled: title).map {
        CastSeed(name: $0.name, aliases: $0.aliases)
      },
      corrections: corrections.map { word.corrections[$0].correction }
    )
    return (parser, corrections)
  }

  /// Says that a book is searched in a better form than this.
  private static func otherForm(_ part: WorkPlan.Part, of read: WorkPlan.Part) -> FileProblem {
    let name = read.file.path.split(separator: "/").last.map(String.init) ?? read.file.path
    return FileProblem(
      code: FileProblem.otherForm,
      path: part.file.path,
      cause: "its book is searched in another form: \(name)",
      hint: "nothing need be done"
    )
  }

  private func description(
    of part: WorkPlan.Part,
    _ outcome: inout WorkReading.FileOutcome
  ) -> BookDescription? {
    do throws(FormatError) {
      let path = part.file.path
      let file = try ChapterFile.load(from: path, as: path, byteLimit: maximumFileBytes)
      outcome.fingerprint = file.fingerprint
      return try BookDescription(file)
    } catch {
      outcome.problem = FileProblem(error)
      return nil
    }
  }

  private func document(
    of part: WorkPlan.Part,
    in plan: WorkPlan,
    at index: Int,
    _ lastGood: [String: [UInt8]],
    _ outcome: inout WorkReading.FileOutcome
  ) -> Document? {
    let path = part.file.path
    do throws(FormatError) {
      let file = try ChapterFile.load(from: path, as: path, byteLimit: maximumFileBytes)
      outcome.fingerprint = file.fingerprint
      return try document(from: file, in: plan, at: index)
    } catch {
      outcome.problem = FileProblem(error)
      guard let text = lastGood[path] else { return nil }
      return try? document(from: ChapterFile(path: path, bytes: text), in: plan, at: index)
    }
  }

  private func document(
    from file: ChapterFile,
    in plan: WorkPlan,
    at index: Int
  ) throws(FormatError) -> Document {
    var document = try DocumentReaders().document(from: file)
    // A page that is a chapter by its own words knows better than its name.
    document.chapterTitle = document.chapterTitle ?? plan.files.parts[index].chapterTitle
    return document
  }
}

extension FileProblem {
  /// Words why a file could not be read.
  fileprivate init(_ error: FormatError) {
    self.init(
      code: error.identifier,
      path: error.path,
      place: error.offset.map { "byte \($0)" },
      cause: error.reason,
      hint: error.hint
    )
  }
}
