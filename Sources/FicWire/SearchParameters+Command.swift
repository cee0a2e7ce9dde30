import FicModel

extension SearchParameters {
  /// The command that asks this.
  ///
  /// - Parameter program: What it begins with.
  /// - Returns: The command; what has its default is left out.
  public func command(_ program: String) -> CommandWords {
    var words = CommandWords(program, query: query)
    Self.fields.append(self, to: &words)
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
    Self.fields.append(self, to: &words)
    return words
  }
}
