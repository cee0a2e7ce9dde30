package import FicModel
package import FicWire

/// What an answer holds, before it has a form.
package enum AnswerContents: Sendable {
  /// The records of a search, and what was asked.
  case search([SearchRecord], SearchParameters)
  /// How many matches stand where.
  case counts(CountTable)
  /// How evenly matches lie in works.
  case dispersion(CountAnswer<Dispersion>)
  /// What stands beside matches.
  case collocates(CountAnswer<Collocate>)
  /// A page of works, and what was asked.
  case works([WorkEntry], WorksPage, WorksParameters)
  /// One work.
  case work(WorkEntry)
  /// Members of casts, whether there are more, and how they are shown.
  case cast([CastEntry], isCut: Bool, CastParameters.View)
  /// What somebody is called, and by whom.
  case called([CalledForm])
  /// What came, changed and went.
  case changes([ArchiveChange])
  /// A stretch of text.
  case passage(Passage)
  /// Where a text lies.
  case place(SourcePlace)
  /// The user's aliases.
  case aliases(AliasListing)
  /// The user's corrections.
  case corrections(CorrectionListing)
  /// How the daemon and its index are.
  case status(StatusReport)
  /// Words and names.
  case completions([String])
  /// Saved queries.
  case queries(NamedQueryListing)
  /// What would come of a change.
  case notes([String])
  /// A job that was queued.
  case job(JobReport)
  /// What went wrong.
  case failure(Problem)

  /// How a command ends that gets this.
  package var exit: ExitStatus {
    switch self {
    case .search(let records, _): records.contains(where: Self.isFinding) ? .found : .none
    case .counts(let table): table.groups.isEmpty ? .none : .found
    case .dispersion(let answer): answer.elements.isEmpty ? .none : .found
    case .collocates(let answer): answer.elements.isEmpty ? .none : .found
    case .works(let works, _, _): works.isEmpty ? .none : .found
    case .cast(let members, _, _): members.isEmpty ? .none : .found
    case .called(let forms): forms.isEmpty ? .none : .found
    case .changes(let changes): changes.isEmpty ? .none : .found
    case .aliases(let listing): listing.aliases.isEmpty ? .none : .found
    case .corrections(let listing): listing.corrections.isEmpty ? .none : .found
    case .queries(let listing): listing.queries.isEmpty ? .none : .found
    case .completions(let words): words.isEmpty ? .none : .found
    case .work, .passage, .place, .status, .job, .notes: .found
    case .failure(let problem): problem.mayPass ? .unavailable : .error
    }
  }

  /// What is said of a problem where a form has no words for it.
  private var problemText: String {
    if case .failure(let problem) = self { return Self.text(of: problem) }
    return ""
  }

  /// Whether a record means that something was found.
  private static func isFinding(_ record: SearchRecord) -> Bool {
    switch record {
    case .hit: true
    case .count(let count): count.totals.matches > 0 || count.totals.scenes > 0
    // What `in:all` finds in headers and names of files.
    case .end(let end): end.elsewhere.contains { !$0.works.isEmpty }
    default: false
    }
  }

  /// The answer in a form.
  ///
  /// - Parameter wanted: The form, and what the screen is like.
  /// - Returns: The bytes, with the place in them of the time that the answer took.
  package func printed(as wanted: FormParameters) -> PrintedAnswer {
    if case .cast(let members, _, let view) = self, let graph = CastGraph(members, view) {
      return PrintedAnswer(untimed: Array(graph.text.utf8))
    }
    switch wanted.form {
    case .text:
      let style = PrintStyle(
        width: wanted.width,
        usesColor: wanted.usesColor,
        command: wanted.command
      )
      return PrintedAnswer(text: text(style))
    case .jsonl: return PrintedAnswer(json: jsonLines)
    case .json: return PrintedAnswer(json: json)
    case .csv: return PrintedAnswer(untimed: Array((table?.csv ?? problemText).utf8))
    case .tei: return PrintedAnswer(untimed: Array(TEIDocument(self).text.utf8))
    case .html: return PrintedAnswer(untimed: Array(HTMLDocument(self).text.utf8))
    }
  }
}
