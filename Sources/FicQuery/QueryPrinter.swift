/// Writes a query in the query language, so that reading it back gives the same tree.
package enum QueryPrinter {
  /// The text of a tree.
  package static func print(_ node: QueryNode) -> String {
    switch node {
    case .phrase(let phrase): printWord(phrase)
    case .near(let groups, let distance):
      "NEAR(\(groups.map(print).joined(separator: " ")), \(distance))"
    case .expression(let expression): "/\(expression.text)/"
    case .constraint(let constraint): print(constraint)
    case .and(let nodes):
      nodes.map { isAlternative($0) ? "(\(print($0)))" : print($0) }.joined(separator: " ")
    case .or(let nodes):
      nodes.map { isList($0) ? "(\(print($0)))" : print($0) }.joined(separator: " OR ")
    case .not(let node):
      isList(node) || isAlternative(node) || isExclusion(node)
        ? "-(\(print(node)))" : "-\(print(node))"
    }
  }

  /// The text of a tree that was read from another text; nil where they say the same.
  ///
  /// Marks and blanks of every shape are alike, and so are capitals.
  package static func print(_ node: QueryNode, ifOtherThan typed: String) -> String? {
    let text = print(node)
    return plain(text) == plain(typed) ? nil : text
  }

  private static func plain(_ text: String) -> String {
    var words = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isQuerySpace {
        if !words.isEmpty, words.unicodeScalars.last != " " { words += " " }
      } else if scalar.isDoubleQuote {
        words += "\""
      } else if scalar.isSingleQuote {
        words += "'"
      } else {
        words.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
      }
    }
    return words.unicodeScalars.last == " " ? String(words.dropLast()) : words
  }

  /// The text of a field with its value.
  package static func print(_ constraint: QueryConstraint) -> String {
    let name = constraint.field.rawValue
    switch constraint.value {
    case .phrase(let phrase): return "\(name):\(print(phrase))"
    case .range(let range):
      return "\(name):\(range.printed(asDates: constraint.field.kind == .date))"
    case .zone(let zone): return "\(name):\(zone.rawValue)"
    case .confidence(let figure):
      return figure == figure.rounded() ? "\(name):\(Int(figure))" : "\(name):\(figure)"
    case .chapters(let range):
      if constraint.field == .upto { return "\(name):\(range.upperBound)" }
      if range.count == 1 { return "\(name):\(range.lowerBound)" }
      let last = range.upperBound == QueryConstraint.Value.lastChapter ? "" : "\(range.upperBound)"
      return "\(name):\(range.lowerBound)-\(last)"
    }
  }

  private static func print(_ group: [QueryPhrase]) -> String {
    let words = group.map(printWord).joined(separator: " OR ")
    return group.count > 1 ? "(\(words))" : words
  }

  private static func print(_ phrase: QueryPhrase) -> String {
    (phrase.isQuoted ? "\"\(phrase.text)\"" : phrase.text) + (phrase.isPrefix ? "*" : "")
  }

  /// A phrase outside a field, in quotation marks where it could be read as a sign or a field.
  private static func printWord(_ phrase: QueryPhrase) -> String {
    var phrase = phrase
    phrase.isQuoted = phrase.isQuoted || isMistakable(phrase.text)
    return print(phrase)
  }

  private static func isMistakable(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if first.isSingleQuote || "-\u{2212}/*".unicodeScalars.contains(first) { return true }
    guard let colon = scalars.firstIndex(of: ":") else { return false }
    let name = text[..<colon].lowercased()
    if QueryField(rawValue: name) != nil { return true }
    let isName = QueryLexer.couldBeField(text[..<colon])
    return isName && !text[colon...].hasPrefix("://") && text[colon...] != ":"
  }

  private static func isAlternative(_ node: QueryNode) -> Bool {
    if case .or = node { return true }
    return false
  }

  private static func isList(_ node: QueryNode) -> Bool {
    if case .and = node { return true }
    return false
  }

  private static func isExclusion(_ node: QueryNode) -> Bool {
    if case .not = node { return true }
    return false
  }
}
