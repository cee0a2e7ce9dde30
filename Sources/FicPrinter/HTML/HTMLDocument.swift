import FicModel
import FicWire

/// An answer as a page for a browser, which needs nothing but itself.
struct HTMLDocument {
  private let contents: AnswerContents

  /// Takes an answer.
  init(_ contents: AnswerContents) {
    self.contents = contents
  }

  /// The page; the same answer gives the same text.
  var text: String {
    switch contents {
    case .search(let records, let parameters) where parameters.view != .count:
      return Self.page(title: parameters.query, body: Self.body(of: records))
    case .passage(let passage):
      var flow = HTMLFlow()
      for paragraph in passage.paragraphs {
        flow.add(
          work: passage.work,
          passage.chapter,
          scene: paragraph.scene,
          zone: paragraph.zone,
          HTMLLine(
            ref: paragraph.ref,
            text: paragraph.text,
            matches: [],
            said: paragraph.said,
            label: nil
          )
        )
      }
      return Self.page(title: passage.work.title, body: flow.body)
    case .failure(let problem):
      let hint = problem.hint.map { "<p>\(XMLText.content($0))</p>\n" } ?? ""
      return Self.page(
        title: problem.code,
        body: "<p>\(XMLText.content(problem.detail))</p>\n\(hint)"
      )
    default:
      return Self.page(title: "ficsearch", body: Self.table(contents.table))
    }
  }

  private static func body(of records: [SearchRecord]) -> String {
    var flow = HTMLFlow()
    var head = ""
    var foot = ""
    for record in records {
      switch record {
      case .begin(let begin):
        head = "<p class=\"query\">\(XMLText.content(begin.readAs ?? begin.query))</p>\n"
        if let missing = begin.missing { foot += "<p>\(XMLText.content(missing))</p>\n" }
      case .card(let card):
        let aliases = card.aliases.isEmpty ? "" : ", also \(card.aliases.joined(separator: ", "))"
        head +=
          "<p class=\"card\"><b>\(XMLText.content(card.name))</b>"
          + XMLText.content("\(aliases): \(card.lines) lines, \(card.scenes) scenes") + "</p>\n"
      case .hit(let hit), .closest(let hit):
        flow.add(
          work: hit.work,
          hit.chapter,
          scene: hit.scene,
          zone: hit.zone,
          HTMLLine(
            ref: hit.ref,
            text: hit.text,
            matches: hit.matches,
            said: hit.said,
            label: TextPrinter.label(of: hit)
          )
        )
      case .end(let end):
        foot = "<p class=\"totals\">\(Phrases.totals(end.totals))</p>\n" + foot
        if let cursor = end.cursor {
          foot += "<p>More behind the cursor \(XMLText.content(cursor)).</p>\n"
        }
      default: break
      }
    }
    return head + flow.body + foot
  }

  private static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(XMLText.content(title))</title>
    <style>
    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif; }
    .ref, .label, .scene, .totals, .query { font: 0.85rem sans-serif; opacity: 0.75; }
    table { border-collapse: collapse; font: 0.85rem sans-serif; }
    th, td { border: 1px solid; padding: 0.2rem 0.5rem; text-align: left; }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #ddd; } }
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  private static func table(_ table: RecordTable?) -> String {
    guard let table else { return "" }
    func row(_ cells: [String], _ element: String) -> String {
      "<tr>" + cells.map { "<\(element)>\(XMLText.content($0))</\(element)>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead>\n" + row(table.names, "th") + "</thead>\n<tbody>\n"
      + table.rows.map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }
}
