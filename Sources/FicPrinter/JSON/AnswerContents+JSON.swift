import FicModel
import FicWire

extension AnswerContents {
  /// The answer as one object.
  var json: [UInt8] {
    switch self {
    case .search(let records, _): SearchResponse(records).jsonBytes
    case .works(let works, let page, _): WorksResponse(works: works, page: page).jsonBytes
    case .work(let work): work.jsonBytes
    case .cast(let members, let isCut): Listing("members", members, isCut: isCut).jsonBytes
    case .changes(let changes): Listing("changes", changes).jsonBytes
    case .passage(let passage): passage.jsonBytes
    case .place(let place): place.jsonBytes
    case .aliases(let listing): listing.jsonBytes
    case .status(let report): report.jsonBytes
    case .completions(let words): Listing("completions", words).jsonBytes
    case .job(let job): job.jsonBytes
    case .failure(let problem): problem.jsonBytes
    }
  }

  /// The answer as an object a line.
  var jsonLines: [UInt8] {
    switch self {
    case .search(let records, _): Self.lines(records)
    case .works(let works, let page, _):
      Self.lines(works.map(SearchRecord.work) + [.page(page)])
    case .cast(let members, let isCut):
      Self.lines(members) + (isCut ? Array(#"{"type":"cut"}"#.utf8) + [UInt8(ascii: "\n")] : [])
    case .changes(let changes): Self.lines(changes)
    case .aliases(let listing): listing.lineBytes
    case .work, .passage, .place, .status, .completions, .job, .failure:
      json + [UInt8(ascii: "\n")]
    }
  }

  private static func lines(_ values: [some JSONWritable]) -> [UInt8] {
    var writer = JSONWriter()
    for value in values { writer.line(value) }
    return writer.bytes
  }
}
