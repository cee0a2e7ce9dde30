import FicModel
import FicWire

extension AnswerContents {
  /// The answer as a table; several values in one place are parted by semicolons.
  var csv: [UInt8] { Array(csvText.utf8) }

  private var csvText: String {
    switch self {
    case .search(let records, let parameters): Self.table(of: records, parameters)
    case .works(let works, _, _): Self.works.text(works)
    case .work(let work): Self.works.text([work])
    case .cast(let members, _): Self.cast.text(members)
    case .changes(let changes): Self.changes.text(changes)
    case .passage(let passage): Self.paragraphs(of: passage).text(passage.paragraphs)
    case .place(let place):
      CSVTable<SourcePlace>(columns: [("path", \.path), ("line", { "\($0.line)" })]).text([place])
    case .aliases(let listing): Self.aliases.text(listing.aliases)
    case .status(let report): Self.problems.text(report.problems)
    case .completions(let words): CSVTable<String>(columns: [("word", { $0 })]).text(words)
    case .job(let job):
      CSVTable<JobReport>(columns: [("id", \.id), ("state", { $0.state.rawValue })]).text([job])
    case .failure(let problem): Self.text(of: problem)
    }
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: ";") }

  // MARK: Searches

  private static func table(of records: [SearchRecord], _ parameters: SearchParameters) -> String {
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
      var table = Self.counts
      table.columns += [("query", { _ in parameters.query }), ("generation", { _ in generation })]
      return table.text(counts)
    }
    var table = hits(isConcordance: parameters.view == .kwic)
    table.columns += [("query", { _ in parameters.query }), ("generation", { _ in generation })]
    return table.text(rows)
  }

  private static var counts: CSVTable<SearchTotals> {
    CSVTable(columns: [
      ("matches", { "\($0.matches)" }), ("scenes", { "\($0.scenes)" }),
      ("chapters", { "\($0.chapters)" }), ("works", { "\($0.works)" }),
      ("exact", { "\($0.exact)" }),
    ])
  }

  private static func hits(isConcordance: Bool) -> CSVTable<(type: String, hit: Hit)> {
    let text: [(String, ((type: String, hit: Hit)) -> String?)] =
      isConcordance
      ? [
        ("left", { $0.hit.keyword?.left }), ("match", { $0.hit.keyword?.match }),
        ("right", { $0.hit.keyword?.right }),
      ]
      : [("text", { $0.hit.text }), ("lacks", { list($0.hit.lacking) })]
    return CSVTable(
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

  private static var works: CSVTable<WorkEntry> {
    CSVTable(columns: [
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

  private static var cast: CSVTable<CastEntry> {
    CSVTable(columns: [
      ("work", { $0.work.id }), ("title", { $0.work.title }), ("name", { $0.name }),
      ("aliases", { list($0.aliases) }), ("gender", { $0.gender?.rawValue }),
      ("lines", { "\($0.lines)" }), ("scenes", { "\($0.scenes)" }),
      ("chapters", { "\($0.chapters)" }), ("first", { "\($0.first)" }), ("last", { "\($0.last)" }),
      ("talks_with", { list($0.talksWith.map { "\($0.name) (\($0.lines))" }) }),
    ])
  }

  private static var changes: CSVTable<ArchiveChange> {
    CSVTable(columns: [
      ("time", { UTCTime.text(seconds: $0.time) }), ("kind", { $0.kind.rawValue }),
      ("work", { $0.work.id }), ("title", { $0.work.title }),
      ("authors", { list($0.work.authors) }), ("chapter", { $0.chapter.map { "\($0.number)" } }),
      ("chapters", { $0.chapters.map { "\($0)" } }),
    ])
  }

  private static func paragraphs(of passage: Passage) -> CSVTable<Passage.Paragraph> {
    CSVTable(columns: [
      ("ref", { $0.ref }), ("work", { _ in passage.work.id }),
      ("title", { _ in passage.work.title }), ("chapter", { _ in "\(passage.chapter.number)" }),
      ("scene", { $0.scene.map { "\($0)" } }), ("zone", { $0.zone.rawValue }),
      ("speakers", { list($0.speakers) }), ("text", { $0.text }),
    ])
  }

  private static var aliases: CSVTable<AliasRecord> {
    CSVTable(columns: [
      ("name", { $0.name }), ("aliases", { list($0.aliases) }), ("work", { $0.work }),
      ("file", { $0.file }), ("line", { "\($0.line)" }),
    ])
  }

  private static var problems: CSVTable<FileProblem> {
    CSVTable(columns: [
      ("code", { $0.code }), ("path", { $0.path }), ("place", { $0.place }),
      ("cause", { $0.cause }), ("hint", { $0.hint }),
    ])
  }
}
