/// Why a query cannot be answered: facts only; `QuerySyntaxError+Message.swift` words them.
package struct QuerySyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// Nothing to look for.
    case empty
    /// Everything, or one side of an OR, only says what must not be.
    case onlyExclusions
    /// More bytes than a query may have.
    case tooLong(bytes: Int, limit: Int)
    /// More words and values than a query may have.
    case tooManyTerms(limit: Int)
    /// More parentheses inside each other than a query may have.
    case tooDeep(limit: Int)
    /// More combinations of fields joined by OR than can be looked up.
    case tooComplex(limit: Int)
    /// A word before a colon that is no field.
    case unknownField(name: String, nearest: String?)
    /// A field without a value.
    case missingValue(QueryField)
    /// A value that is no number or range where one must be.
    case badNumber(QueryField, value: String)
    /// A value that is no date or range of dates where one must be.
    case badDate(QueryField, value: String)
    /// A value of `status:` that no site has for one.
    case unknownStatus(name: String, nearest: String?)
    /// A value of `in:` that is no part of the text.
    case unknownZone(name: String, nearest: String?)
    /// A regular expression that is none.
    case badExpression(ExpressionFault)
    /// An asterisk with no letters before it.
    case wildcardWithoutStart
    /// A wildcard, a field or an operator inside NEAR.
    case onlyWordsInNear
    /// Something that is no value in the parentheses after a field.
    case onlyValuesInField(QueryField)
    /// Fields that exclude each other.
    case contradiction(String, String)
    /// A place to go on from that this query never gave out.
    case badCursor
  }

  /// What is wrong.
  package var kind: Kind

  /// Where in the query: Unicode scalars, end exclusive.
  package var span: Range<Int>

  /// Creates an error.
  package init(_ kind: Kind, at span: Range<Int>) {
    self.kind = kind
    self.span = span
  }
}
