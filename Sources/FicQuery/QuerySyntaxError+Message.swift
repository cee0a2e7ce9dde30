package import FicModel

extension QuerySyntaxError {
  /// A short name that never changes.
  package var code: String {
    switch kind {
    case .empty: "query_empty"
    case .onlyExclusions: "query_only_excludes"
    case .tooLong: "query_too_long"
    case .tooManyTerms: "query_too_many_terms"
    case .tooDeep: "query_too_deep"
    case .tooComplex: "query_too_complex"
    case .unknownField: "unknown_field"
    case .missingValue: "missing_value"
    case .badNumber: "bad_number"
    case .badDate: "bad_date"
    case .unknownStatus: "unknown_status"
    case .unknownZone: "unknown_zone"
    case .badExpression: "regular_expression"
    case .wildcardWithoutStart: "bad_wildcard"
    case .onlyWordsInNear: "bad_near"
    case .onlyValuesInField: "bad_field_value"
    case .contradiction: "contradiction"
    case .badCursor: "bad_cursor"
    }
  }

  /// What is wrong, a sentence.
  package var message: String {
    switch kind {
    case .empty: "the query has no word to look for"
    case .onlyExclusions: "the query only says what to leave out"
    case .tooLong(let bytes, let limit): "the query has \(bytes) bytes; at most \(limit) are read"
    case .tooManyTerms(let limit): "the query has more than \(limit) words"
    case .tooDeep(let limit): "the query has more than \(limit) parentheses inside each other"
    case .tooComplex(let limit):
      "the fields joined by OR make more than \(limit) combinations"
    case .unknownField(let name, _): "there is no field \(name):"
    case .missingValue(let field): "nothing stands after \(field.rawValue):"
    case .badNumber(let field, let value): "\(field.rawValue): takes a number, not \"\(value)\""
    case .badDate(let field, let value): "\(field.rawValue): takes a date, not \"\(value)\""
    case .unknownStatus(let name, _): "status: knows no \"\(name)\""
    case .unknownZone(let name, _): "in: knows no part \"\(name)\""
    case .badExpression(let fault): fault.message
    case .wildcardWithoutStart: "an asterisk needs letters of the word before it"
    case .onlyWordsInNear: "NEAR takes words and phrases only"
    case .onlyValuesInField(let field):
      "the parentheses after \(field.rawValue): take values only"
    case .contradiction(let left, let right): "\(left) and \(right) exclude each other"
    case .badCursor: "the cursor does not belong to this query"
    }
  }

  /// What to do about it, a sentence.
  package var hint: String {
    switch kind {
    case .empty: "write a word, a \"phrase\", or a field such as from:smith"
    case .onlyExclusions:
      "add a word to look for; to look for the word itself, put it in quotes: \"not\""
    case .tooLong, .tooManyTerms, .tooDeep: "shorten the query, or ask in several"
    case .tooComplex: "ask for the alternatives one after the other"
    case .unknownField(let name, let nearest):
      (nearest.map { "did you mean \($0):? " } ?? "")
        + "to look for the text, put it in quotes: \"\(name):…\"; the fields are \(Self.fieldList)"
    case .missingValue(let field): "write \(field.rawValue):\(Self.example(of: field))"
    case .badNumber(let field, let value):
      "write \(field.rawValue):\(Self.example(of: field)); to look for the text, put it in quotes: "
        + "\"\(field.rawValue): \(value)\""
    case .badDate(let field, _):
      "write \(field.rawValue):2024, \(field.rawValue):2024-05-12, \(field.rawValue):>2024-05 or "
        + "\(field.rawValue):2020..2023; \(field.rawValue):7d for the last seven days; "
        + NamedDays.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownStatus(_, let nearest):
      (nearest.map { "did you mean status:\($0)? " } ?? "")
        + "a work is \(WorkStatus.allCases.map(\.rawValue).joined(separator: ", "))"
    case .unknownZone(_, let nearest):
      (nearest.map { "did you mean in:\($0)? " } ?? "")
        + "the parts are \(QueryZone.allCases.map(\.rawValue).joined(separator: ", "))"
    case .badExpression(let fault): fault.hint
    case .wildcardWithoutStart:
      "write how the word begins: weigh* or w*ts; to look for the letters, put them in quotes"
    case .onlyWordsInNear: "write NEAR(word \"a phrase\", 8) and put the rest beside it"
    case .onlyValuesInField(let field):
      "write \(field.rawValue):(\(Self.example(of: field)) OR …) and put the rest beside it"
    case .contradiction: "ask for one of them"
    case .badCursor: "ask again without a cursor"
    }
  }

  /// The error as an answer.
  package var problem: Problem {
    Problem(
      code: code,
      status: 400,
      detail: message,
      hint: hint,
      span: [span.lowerBound, span.upperBound]
    )
  }

  private static let fieldList = QueryField.allCases.map { $0.rawValue + ":" }
    .joined(separator: ", ")

  private static func example(of field: QueryField) -> String {
    switch field {
    case .from, .to, .with, .about: "smith"
    case .in: "dialogue"
    case .work, .series: "\"the title\""
    case .author: "name"
    case .fandom: "\"part of its name\", or fandom:* for any"
    case .ship: "\"smith/pask\", in any order"
    case .char: "smith"
    case .tag, .warning: "\"some words\""
    case .rating: "teen"
    case .genre: "mystery"
    case .status: "complete"
    case .lang: "en"
    case .site: "ao3"
    case .words, .chapters: ">10000, or \(field.rawValue):5k..20k"
    case .added: "7d, or added:2024-05.."
    case .updated, .published: "2024, or \(field.rawValue):2020-05..2021"
    case .chapter, .printed: "3, or \(field.rawValue):3-5"
    case .upto: "12"
    case .confidence: "0.8"
    }
  }
}
