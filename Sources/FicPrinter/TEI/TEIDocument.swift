import FicModel
import FicWire

/// An answer as a document of the Text Encoding Initiative (P5, version 4): works as `div`s, lines
/// as `p`s, what is said as `said` with `who` and `toWhom`.
///
/// What is no text is a `table`.
struct TEIDocument {
  private let contents: AnswerContents

  /// Takes an answer.
  init(_ contents: AnswerContents) {
    self.contents = contents
  }

  /// The document; the same answer gives the same text.
  var text: String {
    switch contents {
    case .search(let records, let parameters) where parameters.view != .count:
      return document(of: records, parameters)
    case .passage(let passage):
      var flow = TEIFlow()
      for paragraph in passage.paragraphs {
        flow.add(
          work: passage.work,
          passage.chapter,
          scene: paragraph.scene,
          TEILine(
            ref: paragraph.ref,
            zone: paragraph.zone,
            text: paragraph.text,
            matches: [],
            said: paragraph.said
          )
        )
      }
      return Self.document(title: "The text at \(passage.ref)", flow, notes: [])
    case .failure(let problem):
      let hint = problem.hint.map { "<p>\(XMLText.content($0))</p>" } ?? ""
      let body = "<div type=\"failure\"><p>\(XMLText.content(problem.detail))</p>\(hint)</div>\n"
      return Self.document(title: problem.code, sources: "<p>No text.</p>", body: body)
    default:
      return Self.document(
        title: "An answer of ficsearch",
        sources: "<p>An archive of fiction.</p>",
        body: "<div>" + Self.table(contents.table) + "</div>\n"
      )
    }
  }

  private func document(of records: [SearchRecord], _ parameters: SearchParameters) -> String {
    var flow = TEIFlow()
    var notes: [String] = []
    for record in records {
      switch record {
      case .begin(let begin):
        notes += [
          "Query: \(begin.query)", "Understood as: \(begin.understood)",
          "Generation of the index: \(begin.generation)",
        ]
        if let missing = begin.missing { notes.append(missing) }
      case .hit(let hit), .closest(let hit):
        flow.add(
          work: hit.work,
          hit.chapter,
          scene: hit.scene,
          TEILine(
            ref: hit.ref,
            zone: hit.zone,
            text: hit.text,
            matches: hit.matches,
            said: hit.said
          )
        )
      case .end(let end):
        notes.append(
          Phrases.totals(end.totals)
        )
        if let cursor = end.cursor { notes.append("More behind the cursor \(cursor)") }
      default: break
      }
    }
    return Self.document(title: "Lines that answer: \(parameters.query)", flow, notes: notes)
  }

  private static func document(title: String, _ flow: TEIFlow, notes: [String]) -> String {
    document(
      title: title,
      sources: flow.sources,
      people: flow.persons,
      notes: notes,
      body: flow.body
    )
  }

  private static func document(
    title: String,
    sources: String,
    people: String = "",
    notes: [String] = [],
    body: String
  ) -> String {
    let stated = notes.map { "<note>\(XMLText.content($0))</note>" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
      <teiHeader>
      <fileDesc>
      <titleStmt><title>\(XMLText.content(title))</title></titleStmt>
      <publicationStmt><p>Written by ficsearch from an archive of fiction.</p></publicationStmt>
      \(stated.isEmpty ? "" : "<notesStmt>\(stated)</notesStmt>\n")<sourceDesc>\(sources)</sourceDesc>
      </fileDesc>
      \(people)</teiHeader>
      <text>
      <body>
      \(body)</body>
      </text>
      </TEI>

      """
  }

  private static func table(_ table: RecordTable?) -> String {
    guard let table else { return "<p/>" }
    func row(_ cells: [String], _ role: String) -> String {
      "<row\(role)>" + cells.map { "<cell>\(XMLText.content($0))</cell>" }.joined() + "</row>\n"
    }
    return "<table>\n" + row(table.names, " role=\"label\"")
      + table.rows.map { row($0, "") }.joined() + "</table>"
  }
}
