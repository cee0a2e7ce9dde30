import FicModel
import FicWire

extension AnswerContents {
  /// The answer as a table, several values in one cell parted by semicolons; nil for what went
  /// wrong.
  var table: RecordTable? {
    switch self {
    case .search(let records, let parameters): Self.table(of: records, parameters)
    case .counts(let table): Self.counts(of: table).table(table.groups)
    case .dispersion(let answer): Self.chapters(of: answer)
    case .collocates(let answer): Self.collocates(of: answer).table(answer.elements)
    case .works(let works, _, _): Self.works.table(works)
    case .work(let work): Self.works.table([work])
    case .cast(let members, _, .list): Self.cast.table(members)
    case .cast(let members, _, _): Self.appearances(of: members)
    case .called(let forms): Self.called.table(forms)
    case .changes(let changes): Self.changes.table(changes)
    case .passage(let passage): Self.paragraphs(of: passage).table(passage.paragraphs)
    case .place(let place):
      RecordColumns<SourcePlace>(columns: [("path", \.path), ("line", { "\($0.line)" })]).table([
        place
      ])
    case .aliases(let listing): Self.aliases.table(listing.aliases)
    case .corrections(let listing): Self.corrections.table(listing.corrections)
    case .status(let report): Self.problems.table(report.problems)
    case .completions(let words): RecordColumns<String>(columns: [("word", { $0 })]).table(words)
    case .queries(let listing):
      RecordColumns<NamedQueryRecord>(columns: [
        ("name", \.name), ("query", \.query), ("new", { $0.new.map { "\($0)" } }),
        ("last_asked", { $0.lastAsked.map { UTCTime.text(seconds: $0) } }),
      ]).table(listing.queries)
    case .notes(let notes): RecordColumns<String>(columns: [("note", { $0 })]).table(notes)
    case .job(let job):
      RecordColumns<JobReport>(columns: [("id", \.id), ("state", { $0.state.rawValue })]).table([
        job
      ])
    case .failure: nil
    }
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: ";") }

  // MARK: Searches

  private static func table(
    of records: [SearchRecord],
    _ parameters: SearchParameters
  ) -> RecordTable {
    var generation = ""
    var rows: [(type: String, hit: Hit)] = []
    var counts: [SearchTotals] = []
    for record in records {
      switch record {
      case .begin(let begin): generation = "\(begin.generation)"
      case .hit(let hit): rows.append(("hit", hit))
      case .closest(let hit): rows.append(("closest", hit))
      case .count(let count): counts.append(count.totals)
      default: break
      }
    }
    if parameters.view == .count {
      var table = Self.totals
      table.columns += [("query", { _ in parameters.query }), ("generation", { _ in generation })]
      return table.table(counts)
    }
    var table = hits(isConcordance: parameters.view == .kwic)
    table.columns += [("query", { _ in parameters.query }), ("generation", { _ in generation })]
    return table.table(rows)
  }

  private static var totals: RecordColumns<SearchTotals> {
    RecordColumns(columns: [
      ("matches", { "\($0.matches)" }), ("scenes", { "\($0.scenes)" }),
      ("chapters", { "\($0.chapters)" }), ("works", { "\($0.works)" }),
      ("exact", { "\($0.exact)" }),
    ])
  }

  private static func counts(of table: CountTable) -> RecordColumns<CountGroup> {
    RecordColumns(columns: [
      (table.by.rawValue, \.name), ("work", { $0.work?.id }), ("title", { $0.work?.title }),
      ("chapter", { $0.chapter.map { "\($0.number)" } }), ("scene", { $0.scene.map { "\($0)" } }),
      ("ref", \.ref), ("matches", { "\($0.totals.matches)" }),
      ("scenes", { "\($0.totals.scenes)" }), ("chapters", { "\($0.totals.chapters)" }),
      ("works", { "\($0.totals.works)" }), ("words", { "\($0.words)" }),
      ("per_ten_thousand", { $0.perTenThousand.map { "\($0)" } }),
      ("query", { _ in table.begin.query }), ("generation", { _ in "\(table.begin.generation)" }),
    ])
  }

  /// A row a chapter.
  private static func chapters(of answer: CountAnswer<Dispersion>) -> RecordTable {
    let rows = answer.elements.flatMap { work in work.parts.map { (work: work, part: $0) } }
    return RecordColumns<(work: Dispersion, part: Dispersion.Part)>(columns: [
      ("work", { $0.work.work.id }), ("title", { $0.work.work.title }),
      ("chapter", { "\($0.part.chapter.number)" }), ("chapter_title", { $0.part.chapter.title }),
      ("ref", { $0.part.ref }), ("matches", { "\($0.part.matches)" }),
      ("words", { "\($0.part.words)" }),
      ("juilland_d", { $0.work.juillandD.map { "\($0)" } }),
      ("deviation_of_proportions", { $0.work.deviationOfProportions.map { "\($0)" } }),
      ("query", { _ in answer.begin.query }), ("generation", { _ in "\(answer.begin.generation)" }),
    ]).table(rows)
  }

  private static func collocates(of answer: CountAnswer<Collocate>) -> RecordColumns<Collocate> {
    RecordColumns(columns: [
      ("word", \.word), ("beside", { "\($0.beside)" }), ("total", { "\($0.total)" }),
      ("log_likelihood", { "\($0.logLikelihood)" }), ("query", { _ in answer.begin.query }),
      ("generation", { _ in "\(answer.begin.generation)" }),
    ])
  }

  private static func hits(isConcordance: Bool) -> RecordColumns<(type: String, hit: Hit)> {
    let text: [(String, ((type: String, hit: Hit)) -> String?)] =
      isConcordance
      ? [
        ("left", { $0.hit.keyword?.left }), ("match", { $0.hit.keyword?.match }),
        ("right", { $0.hit.keyword?.right }),
      ]
      : [("text", { $0.hit.text }), ("lacks", { list($0.hit.lacking) })]
    return RecordColumns(
      columns: [
        ("type", { $0.type }), ("ref", { $0.hit.ref }), ("work", { $0.hit.work.id }),
        ("title", { $0.hit.work.title }), ("authors", { list($0.hit.work.authors) }),
        ("chapter", { "\($0.hit.chapter.number)" }), ("chapter_title", { $0.hit.chapter.title }),
        ("scene", { $0.hit.scene.map { "\($0)" } }), ("zone", { $0.hit.zone.rawValue }),
        ("kind", { $0.hit.kind?.rawValue }), ("speaker", { $0.hit.speaker }),
        ("addressees", { list($0.hit.addressees) }),
        ("confidence", { $0.hit.confidence.map { "\($0)" } }),
      ] + text + [
        ("path", { $0.hit.source.path }), ("line", { "\($0.hit.source.line)" }),
        ("score", { "\($0.hit.score)" }),
      ]
    )
  }

  // MARK: Lists

  private static var works: RecordColumns<WorkEntry> {
    RecordColumns(columns: [
      ("work", { $0.work.id }), ("title", { $0.work.title }),
      ("authors", { list($0.work.authors) }), ("fandoms", { list($0.facts.fandoms) }),
      ("ships", { list($0.facts.ships) }), ("characters", { list($0.facts.characters) }),
      ("tags", { list($0.facts.tags) }), ("warnings", { list($0.facts.warnings) }),
      ("genres", { list($0.facts.genres) }), ("rating", { $0.facts.rating }),
      ("status", { $0.facts.status }), ("language", { $0.facts.language }),
      ("series", { $0.facts.series }), ("part", { $0.facts.part }),
      ("words", { "\($0.facts.words ?? $0.words)" }), ("chapters", { "\($0.chapters)" }),
      ("scenes", { "\($0.scenes)" }), ("published", { $0.facts.published?.description }),
      ("updated", { $0.facts.updated?.description }),
      ("added", { $0.added.map { UTCTime.text(seconds: $0) } }), ("url", { $0.facts.url }),
      ("matches", { $0.matches.map { "\($0)" } }), ("copies", { "\($0.copies)" }),
      ("path", { $0.path }),
    ])
  }

  private static var cast: RecordColumns<CastEntry> {
    RecordColumns(columns: [
      ("work", { $0.work.id }), ("title", { $0.work.title }), ("name", { $0.name }),
      ("aliases", { list($0.aliases) }), ("gender", { $0.gender?.rawValue }),
      ("lines", { "\($0.lines)" }), ("scenes", { "\($0.scenes)" }),
      ("chapters", { "\($0.chapters)" }), ("first", { "\($0.first)" }), ("last", { "\($0.last)" }),
      ("talks_with", { list($0.talksWith.map { "\($0.name) (\($0.lines))" }) }),
    ])
  }

  private static var called: RecordColumns<CalledForm> {
    RecordColumns(columns: [
      ("work", { $0.work.id }), ("title", { $0.work.title }), ("name", \.name), ("form", \.form),
      ("times", { "\($0.times)" }),
      ("callers", { list($0.callers.map { "\($0.name ?? "") (\($0.times))" }) }), ("ref", \.ref),
      ("text", \.text),
    ])
  }

  /// A row a member and chapter.
  private static func appearances(of members: [CastEntry]) -> RecordTable {
    let rows = members.flatMap { member in member.appearances.map { (member: member, own: $0) } }
    return RecordColumns<(member: CastEntry, own: CastEntry.Appearance)>(columns: [
      ("work", { $0.member.work.id }), ("title", { $0.member.work.title }),
      ("name", { $0.member.name }), ("chapter", { "\($0.own.chapter)" }),
      ("lines", { "\($0.own.lines)" }), ("scenes", { "\($0.own.scenes)" }),
    ]).table(rows)
  }

  private static var changes: RecordColumns<ArchiveChange> {
    RecordColumns(columns: [
      ("time", { UTCTime.text(seconds: $0.time) }), ("kind", { $0.kind.rawValue }),
      ("work", { $0.work.id }), ("title", { $0.work.title }),
      ("authors", { list($0.work.authors) }), ("chapter", { $0.chapter.map { "\($0.number)" } }),
      ("chapters", { $0.chapters.map { "\($0)" } }),
    ])
  }

  private static func paragraphs(of passage: Passage) -> RecordColumns<Passage.Paragraph> {
    RecordColumns(columns: [
      ("ref", { $0.ref }), ("work", { _ in passage.work.id }),
      ("title", { _ in passage.work.title }), ("chapter", { _ in "\(passage.chapter.number)" }),
      ("scene", { $0.scene.map { "\($0)" } }), ("zone", { $0.zone.rawValue }),
      ("speakers", { list($0.speakers) }), ("text", { $0.text }),
    ])
  }

  private static var aliases: RecordColumns<AliasRecord> {
    RecordColumns(columns: [
      ("name", { $0.name }), ("aliases", { list($0.aliases) }), ("work", { $0.work }),
      ("file", { $0.file }), ("line", { "\($0.line)" }),
    ])
  }

  private static var corrections: RecordColumns<CorrectionRecord> {
    RecordColumns(columns: [
      ("work", { $0.work }), ("words", { $0.words }), ("before", { $0.before }),
      ("verdict", { $0.verdict.rawValue }), ("speaker", { $0.speaker }),
      ("to", { list($0.addressees) }), ("file", { $0.file }), ("line", { "\($0.line)" }),
      ("flaw", { $0.flaw }),
    ])
  }

  private static var problems: RecordColumns<FileProblem> {
    RecordColumns(columns: [
      ("code", { $0.code }), ("path", { $0.path }), ("place", { $0.place }),
      ("cause", { $0.cause }), ("hint", { $0.hint }),
    ])
  }
}
