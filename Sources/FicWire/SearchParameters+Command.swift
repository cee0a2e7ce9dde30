import FicModel

extension SearchParameters {
  /// The command that asks this.
  ///
  /// - Parameter program: What it begins with.
  /// - Returns: The command; what has its default is left out.
  public func command(_ program: String) -> CommandWords {
    var words = CommandWords(program, query: query)
    words.append(flag: "--count", view == .count)
    words.append(flag: "--kwic", view == .kwic)
    words.append(option: "--limit", limit.map(String.init))
    words.append(option: "--sort", sort == .works ? nil : sort.rawValue)
    words.append(option: "--context", context == 0 ? nil : String(context))
    words.append(option: "--in", zone)
    words.append(option: "--min-confidence", minimumConfidence?.description)
    words.append(flag: "--all-copies", copies == .all)
    words.append(flag: "--exact", isExact)
    words.append(option: "--cursor", cursor)
    return words
  }
}

extension WorksParameters {
  /// The command that asks this.
  ///
  /// - Parameter program: What it begins with.
  /// - Returns: The command; what has its default is left out.
  public func command(_ program: String) -> CommandWords {
    var words = CommandWords(program + " works", query: query)
    words.append(option: "--sort", sort == .relevance ? nil : sort.rawValue)
    words.append(flag: "--reverse", isReversed)
    words.append(option: "--limit", limit.map(String.init))
    words.append(flag: "--all-copies", copies == .all)
    words.append(flag: "--exact", isExact)
    words.append(option: "--cursor", cursor)
    return words
  }
}
