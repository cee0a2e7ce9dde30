import FicModel
import FicWire

extension AnswerContents {
  /// The answer as one object.
  var json: [UInt8] {
    switch self {
    case .search(let records, _): SearchResponse(records).jsonBytes
    case .counts(let table): table.jsonBytes
    case .dispersion(let answer): answer.jsonBytes
    case .collocates(let answer): answer.jsonBytes
    case .works(let works, let page, _): WorksResponse(works: works, page: page).jsonBytes
    case .work(let work): work.jsonBytes
    case .cast(let members, let isCut, _): Listing("members", members, isCut: isCut).jsonBytes
    case .called(let forms): Listing("called", forms).jsonBytes
    case .changes(let changes): Listing("changes", changes).jsonBytes
    case .passage(let passage): passage.jsonBytes
    case .place(let place): place.jsonBytes
    case .aliases(let listing): listing.jsonBytes
    case .corrections(let listing): listing.jsonBytes
    case .queries(let listing): listing.jsonBytes
    case .notes(let notes): Listing("notes", notes).jsonBytes
    case .status(let report): report.jsonBytes
    case .completions(let words): Listing("completions", words).jsonBytes
    case .job(let job): job.jsonBytes
    case .failure(let problem): problem.jsonBytes
    }
  }

  /// The answer as an object a line.
  var jsonLines: [UInt8] {
    switch self {
    case .search(let records, _): return Self.lines(records)
    case .counts(let table): return Self.lines(table.writeLines)
    case .dispersion(let answer): return Self.lines(answer.writeLines)
    case .collocates(let answer): return Self.lines(answer.writeLines)
    case .works(let works, let page, _):
      return Self.lines(works.map(SearchRecord.work) + [.page(page)])
    case .cast(let members, let isCut, _):
      return Self.lines(members)
        + (isCut ? Array(#"{"type":"cut"}"#.utf8) + [UInt8(ascii: "\n")] : [])
    case .called(let forms): return Self.lines(forms)
    case .changes(let changes): return Self.lines(changes)
    case .aliases(let listing): return listing.lineBytes
    case .corrections(let listing): return listing.lineBytes
    case .queries(let listing): return listing.lineBytes
    case .work, .passage, .place, .status, .completions, .notes, .job, .failure:
      return json + [UInt8(ascii: "\n")]
    }
  }

  private static func lines(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.bytes
  }

  private static func lines(_ values: [some JSONWritable]) -> [UInt8] {
    var writer = JSONWriter()
    for value in values { writer.line(value) }
    return writer.bytes
  }
}
