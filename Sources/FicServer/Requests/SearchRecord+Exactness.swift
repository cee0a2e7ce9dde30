import FicModel

extension SearchRecord {
  /// Whether the figures in it are exact; those of an answer whose time was up are not.
  var isExact: Bool {
    switch self {
    case .end(let end): end.totals.exact
    case .count(let count): count.totals.exact
    case .failure: false
    case .begin, .card, .closest, .hit, .member, .work, .page, .passage, .change: true
    }
  }
}
