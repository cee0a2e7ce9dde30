import FicModel
import FicWire

extension AnswerContents {
  /// The answer for a screen.
  func text(_ style: PrintStyle) -> String {
    switch self {
    case .search(let records, let parameters):
      switch parameters.view {
      case .count: Self.text(records, CountPrinter())
      case .kwic: Self.text(records, ConcordancePrinter(style: style, parameters: parameters))
      case .lines: Self.text(records, TextPrinter(style: style, parameters: parameters))
      }
    case .counts(let table): Self.text { CountTablePrinter(style: style).print(table, to: &$0) }
    case .dispersion(let answer):
      Self.text { DispersionPrinter(style: style).print(answer, to: &$0) }
    case .collocates(let answer):
      Self.text { CollocatePrinter(style: style).print(answer, to: &$0) }
    case .works(let works, let page, let parameters):
      Self.text(
        works.map(SearchRecord.work) + [.page(page)],
        WorksPrinter(style: style, parameters: parameters)
      )
    case .work(let work): Self.text([.work(work)], WorkPrinter(style: style))
    case .cast(let members, let isCut, let view):
      Self.text { text in
        switch view {
        case .grid: CastGridPrinter(style: style).print(members, to: &text)
        case .timeline: TimelinePrinter(style: style).print(members, to: &text)
        default: CastPrinter(style: style).print(members, to: &text)
        }
      }
        + (isCut
          ? "\n\(Phrases.count(members.count, "person", "people")) shown; more with --limit\n" : "")
    case .called(let forms): Self.text { CalledPrinter(style: style).print(forms, to: &$0) }
    case .changes(let changes):
      Self.text(changes.map(SearchRecord.change), ChangesPrinter(style: style))
    case .passage(let passage): Self.text([.passage(passage)], PassagePrinter(style: style))
    case .place(let place): "\(SafeText.visible(place.path)):\(place.line)\n"
    case .aliases(let listing): Self.text { AliasPrinter(style: style).print(listing, to: &$0) }
    case .corrections(let listing):
      Self.text { CorrectionPrinter(style: style).print(listing, to: &$0) }
    case .status(let report): Self.text { StatusPrinter(style: style).print(report, to: &$0) }
    case .completions(let words): Self.lines(words)
    case .queries(let listing):
      Self.text { NamedQueryPrinter(style: style).print(listing, to: &$0) }
    case .notes(let notes): Self.lines(notes)
    case .job(let job): Self.lines(job.notes) + "job \(job.id)\n"
    case .failure(let problem): Self.text(of: problem)
    }
  }

  private static func lines(_ texts: [String]) -> String {
    texts.reduce("") { $0 + SafeText.visible($1) + "\n" }
  }

  /// What is said of a problem on standard error.
  static func text(of problem: Problem) -> String {
    let hint = problem.hint.map { "  hint: \(SafeText.visible($0))\n" } ?? ""
    return "ficsearch: \(SafeText.visible(problem.detail))\n\(hint)"
  }

  private static func text(_ records: [SearchRecord], _ printer: some HitPrinter) -> String {
    var printer = printer
    return text { text in
      for record in records { printer.print(record, to: &text) }
      printer.finish(to: &text)
    }
  }

  private static func text(_ write: (inout String) -> Void) -> String {
    var text = ""
    write(&text)
    return text
  }
}
