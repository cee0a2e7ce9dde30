import FicIndex
import FicModel

/// Writes plans in one line, for golden comparisons.
enum PlanDump {
  static func dump(_ plan: SearchPlan) -> String {
    let candidates = plan.candidates
    var parts = ["\(candidates.unit)(\(candidates.clause.map { dump($0) } ?? "*"))"]
    if let kinds = candidates.utteranceKinds { parts.append("kinds[\(names(kinds))]") }
    if let zones = candidates.zones {
      parts.append("zones[\(zones.map(\.rawValue).sorted().joined(separator: ","))]")
    }
    if let clause = candidates.sceneClause { parts.append("in(\(dump(clause)))") }
    if !plan.exclusions.isEmpty {
      let list = plan.exclusions.map { $0.clause.map { dump($0) } ?? names($0.kinds ?? []) }
      parts.append("outside[\(list.joined(separator: ","))]")
    }
    if let chapters = candidates.chapters {
      parts.append("chapters\(chapters.lowerBound)-\(chapters.upperBound)")
    }
    if let condition = candidates.condition { parts.append(dump(condition)) }
    if candidates.minimumConfidence > 0 { parts.append("≥\(candidates.minimumConfidence)") }
    return parts.joined(separator: " ")
  }

  private static func names(_ kinds: Set<UtteranceKind>) -> String {
    kinds.map(\.rawValue).sorted().joined(separator: ",")
  }

  private static func dump(_ condition: WorkCondition) -> String {
    switch condition {
    case .fact(let key, let pattern): return "\(key.rawValue):\(pattern)"
    case .ship(let pattern): return "ship:\(pattern)"
    case .figure(let key, let range):
      return "\(key.rawValue):\(range.lowerBound)-\(range.upperBound)"
    case .anything(let terms, _): return "any:\(quoted(terms))"
    case .and(let inner): return inner.map(dump).joined(separator: " ")
    case .or(let inner): return "(\(inner.map(dump).joined(separator: " OR ")))"
    case .not(let inner): return "-\(dump(inner))"
    }
  }

  private static func dump(_ clause: TermClause, isInner: Bool = false) -> String {
    switch clause {
    case .phrase(let terms, let column): return prefix(column) + quoted(terms)
    case .prefix(let terms, let column): return prefix(column) + quoted(terms) + "*"
    case .near(let phrases, let distance):
      return "near\(distance) " + phrases.map(quoted).joined(separator: " ")
    case .and(let clauses): return list("and", clauses, isInner: isInner)
    case .or(let clauses): return list("or", clauses, isInner: isInner)
    case .without(let wanted, let unwanted):
      return list("not", [wanted, unwanted], isInner: isInner)
    }
  }

  private static func list(_ name: String, _ clauses: [TermClause], isInner: Bool) -> String {
    let text = ([name] + clauses.map { dump($0, isInner: true) }).joined(separator: " ")
    return isInner ? "(\(text))" : text
  }

  private static func prefix(_ column: TermClause.Column) -> String {
    column == .text ? "" : "\(column):"
  }

  private static func quoted(_ terms: [Term]) -> String {
    let text = terms.map(\.description).joined(separator: " ")
    return terms.count > 1 ? "\"\(text)\"" : text
  }
}
