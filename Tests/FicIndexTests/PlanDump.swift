import FicIndex
import FicModel

/// Writes plans in one line, for golden comparisons.
enum PlanDump {
  static func dump(_ plan: LinePlan) -> String {
    var parts = ["\(plan.reach)(\(plan.clause.map { dump($0) } ?? "*"))"]
    if let unwanted = plan.unwanted { parts.append("without(\(dump(unwanted)))") }
    parts += plan.people.map(dump)
    if plan.zones != [.story] {
      parts.append("zones[\(plan.zones.map(\.rawValue).sorted().joined(separator: ","))]")
    }
    if plan.voices != Voice.all {
      parts.append("voices[\(plan.voices.map { "\($0)" }.sorted().joined(separator: ","))]")
    }
    if let chapters = plan.chapters {
      parts.append("chapters\(chapters.lowerBound)-\(chapters.upperBound)")
    }
    for printed in plan.printed {
      let numbers = printed.numbers
      let sign = printed.isNegated ? "-" : ""
      parts.append("\(sign)printed\(numbers.lowerBound)-\(numbers.upperBound)")
    }
    if let border = plan.border { parts.append("upto\(border)") }
    if let condition = plan.condition { parts.append(dump(condition)) }
    if plan.minimumConfidence > 0 { parts.append("≥\(plan.minimumConfidence)") }
    return parts.joined(separator: " ")
  }

  private static func dump(_ condition: PersonCondition) -> String {
    "\(condition.isNegated ? "-" : "")\(condition.role):\(quoted(condition.name))"
  }

  private static func dump(_ condition: WorkCondition) -> String {
    switch condition {
    case .work(let id): return "work \(id)"
    case .fact(let key, let pattern): return "\(key.rawValue):\(pattern)"
    case .ship(let pattern): return "ship:\(pattern)"
    case .figure(let key, let range):
      return "\(key.rawValue):\(range.lowerBound)-\(range.upperBound)"
    case .anything(let terms, _): return "any:\(quoted(TermPhrase(terms)))"
    case .and(let inner): return inner.map(dump).joined(separator: " ")
    case .or(let inner): return "(\(inner.map(dump).joined(separator: " OR ")))"
    case .not(let inner): return "-\(dump(inner))"
    }
  }

  private static func dump(_ clause: TermClause, isInner: Bool = false) -> String {
    switch clause {
    case .phrase(let phrase): return quoted(phrase)
    case .expression(let expression): return "/\(expression.text)/"
    case .near(let groups, let distance):
      return "near\(distance) " + groups.map(dump).joined(separator: " ")
    case .and(let clauses): return list("and", clauses, isInner: isInner)
    case .or(let clauses): return list("or", clauses, isInner: isInner)
    case .without(let wanted, let unwanted):
      return list("not", [wanted, unwanted], isInner: isInner)
    }
  }

  private static func dump(_ group: [TermPhrase]) -> String {
    group.count == 1
      ? quoted(group[0]) : "[\(group.map(quoted).joined(separator: "|"))]"
  }

  private static func list(_ name: String, _ clauses: [TermClause], isInner: Bool) -> String {
    let text = ([name] + clauses.map { dump($0, isInner: true) }).joined(separator: " ")
    return isInner ? "(\(text))" : text
  }

  private static func quoted(_ phrase: TermPhrase) -> String {
    guard phrase.terms.count > 1 else { return phrase.text }
    let text = phrase.terms.map(\.description).joined(separator: " ")
    return "\"\(text)\"" + phrase.text.dropFirst(text.count)
  }
}
