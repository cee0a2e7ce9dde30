package import FicModel

extension CastMember {
  /// Whether one of the names holds a phrase by which somebody knows the member who has read up to
  /// a chapter.
  package func isCalled(_ name: TermPhrase, upTo chapter: Int) -> Bool {
    let analyzer = Analyzer()
    return (seen(upTo: chapter)?.indexedNames ?? []).contains {
      !name.starts(in: analyzer.terms(of: $0)).isEmpty
    }
  }
}
