import FicQuery

/// Conditions that must hold together: one alternative of a query.
struct Conjunction {
  /// What the text must hold.
  var wanted: [TermClause] = []

  /// What the text must not hold.
  var unwanted: [TermClause] = []

  /// What must be known of the work.
  var conditions: [WorkCondition] = []

  /// The fields of the text, each with whether it is negated.
  var constraints: [(constraint: QueryConstraint, isNegated: Bool)] = []

  /// Both together.
  func merging(_ other: Conjunction) -> Conjunction {
    var result = self
    for clause in other.wanted where !wanted.contains(clause) { result.wanted.append(clause) }
    for clause in other.unwanted where !unwanted.contains(clause) { result.unwanted.append(clause) }
    for condition in other.conditions where !conditions.contains(condition) {
      result.conditions.append(condition)
    }
    result.constraints += other.constraints
    return result
  }
}
