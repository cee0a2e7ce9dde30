import FicModel
import FicWire

/// What is said below the hits of a search, in every form that is read by people.
struct AnswerNotes {
  /// The notes, in the order in which they are shown.
  private(set) var all: [AnswerNote] = []

  private let parameters: SearchParameters

  /// Takes the end of an answer, and what was asked.
  init(_ end: SearchEnd, _ parameters: SearchParameters) {
    self.parameters = parameters
    if end.hardlyTelling > 0 {
      let lines = Phrases.count(end.hardlyTelling, "line holds", "lines hold")
      add("\(lines) only words that are everywhere, and are not shown.")
    }
    add(unranked: end.unranked)
    for cut in end.cuts { add(cut) }
    if let copies = end.copies { add(copies) }
    for elsewhere in end.elsewhere { add(elsewhere) }
    add(end.names)
    for narrator in end.narrators { add(narrator) }
    if !end.suggestions.isEmpty { add("Did you mean", .queries(end.suggestions)) }
  }

  private mutating func add(_ text: String, _ follow: AnswerNote.Follow? = nil) {
    all.append(AnswerNote(text: text, follow: follow))
  }

  private mutating func add(unranked: Int) {
    guard unranked > 0 else { return }
    if parameters.sort == .left || parameters.sort == .right {
      let matches = Phrases.count(unranked, "more match", "more matches")
      return add("\(matches) not sorted and not shown: narrow the query, or take a sample.")
    }
    let lines = Phrases.count(unranked, "line comes", "lines come")
    add("\(lines) less close and are not ranked", search { $0.sort = .works })
  }

  private mutating func add(_ copies: FoldedCopies) {
    let matches = Phrases.count(copies.matches, "more match", "more matches")
    let works = Phrases.count(copies.works, "copy", "copies")
    add("\(matches) in \(works) of these works", search { $0.copies = .all })
  }

  private mutating func add(_ elsewhere: Elsewhere) {
    let matches = Phrases.count(elsewhere.matches, "more match", "more matches")
    switch elsewhere.reason {
    case .notes:
      let notes = search { asked in
        asked.query = elsewhere.query
        asked.zone = nil
      }
      add("\(matches) in notes and summaries", notes)
    case .works:
      let works = WorksParameters(query: elsewhere.query, copies: parameters.copies)
      let count = Phrases.count(elsewhere.matches, "work")
      add("\(count) by headers, tags or file names", .works(works))
    case .unsureSpeaker:
      let unsure = search { asked in
        asked.query = elsewhere.query
        asked.minimumConfidence = nil
      }
      add("\(matches) whose speaker is not sure", unsure)
    }
    for work in elsewhere.works {
      let authors = Phrases.list(work.authors, limit: 3)
      let by = authors.isEmpty ? "" : " by " + authors
      all.append(AnswerNote(lead: work.title, text: by, follow: .work(work), isWithin: true))
    }
  }

  private mutating func add(_ names: [NearName]) {
    if names.isEmpty { return }
    add("Nobody has that name. The nearest:")
    for name in names {
      all.append(
        AnswerNote(
          lead: name.name,
          text: ", \(Phrases.count(name.lines, "line"))",
          follow: search { $0.query = name.query },
          isWithin: true
        )
      )
    }
  }

  /// Says who "I" is in a work and how to ask for them; where the text does not name them, how to.
  private mutating func add(_ narrator: KnownNarrator) {
    let isNameless = narrator.name == "I" || narrator.name == "you"
    let who =
      isNameless
      ? "is told by \"\(narrator.name)\"" : "is told by \(narrator.name), who is \"I\""
    all.append(
      AnswerNote(
        lead: narrator.work.title,
        text: " \(who), \(Phrases.count(narrator.lines, "line"))",
        follow: search { $0.query = narrator.query }
      )
    )
    guard let alias = narrator.alias else { return }
    let (name, other) = (CommandWords.quoted(narrator.name), CommandWords.quoted(alias))
    var words = CommandWords("alias add \(other) \(name)")
    words.append(option: "--work", narrator.work.id)
    all.append(
      AnswerNote(text: "If that is who you mean", follow: .command(words), isWithin: true)
    )
  }

  /// The same question with a change, from the first page on.
  private func search(_ change: (inout SearchParameters) -> Void) -> AnswerNote.Follow {
    var asked = parameters
    asked.cursor = nil
    change(&asked)
    return .search(asked)
  }
}
