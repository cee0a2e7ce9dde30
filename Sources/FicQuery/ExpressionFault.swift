/// What is wrong in a regular expression.
package enum ExpressionFault: Hashable, Sendable, CaseIterable {
  /// A parenthesis that nothing closes.
  case openParenthesis
  /// A parenthesis that nothing opens.
  case closingParenthesis
  /// A bracket that nothing closes.
  case openBracket
  /// A range of characters from a later one to an earlier one.
  case range
  /// A sign of repetition with nothing to repeat.
  case nothingToRepeat
  /// A number of repetitions that is too great, or less than the one before it.
  case repetition
  /// A backslash with nothing behind it, or with a letter that has no meaning there.
  case backslash
  /// A group that is referred to and is not there.
  case missingGroup
  /// A class or a property of characters that there is none of.
  case unknownClass
  /// A look behind that has no fixed length.
  case lookBehind
  /// More than can be looked for.
  case tooLarge
  /// Anything else.
  case other

  /// What is wrong, a sentence.
  var message: String {
    switch self {
    case .openParenthesis: "a parenthesis of the regular expression is not closed"
    case .closingParenthesis: "a parenthesis of the regular expression closes nothing"
    case .openBracket: "a bracket of the regular expression is not closed"
    case .range: "a range of characters goes from a later one to an earlier one"
    case .nothingToRepeat: "a sign of repetition has nothing to repeat before it"
    case .repetition: "a number of repetitions is out of its range"
    case .backslash: "a backslash stands before something that has no meaning behind it"
    case .missingGroup: "the regular expression refers to a group that it does not have"
    case .unknownClass: "there is no such class of characters"
    case .lookBehind: "what is looked for behind a place has no fixed length"
    case .tooLarge: "the regular expression is too large"
    case .other: "the regular expression is not understood here"
    }
  }

  /// What to do about it, a sentence.
  var hint: String {
    switch self {
    case .openParenthesis: "close it with ), or write \\( for the character"
    case .closingParenthesis: "open it with (, or write \\) for the character"
    case .openBracket: "close it with ], or write \\[ for the character"
    case .range: "write the earlier one first: [a-z]; for a hyphen, put it last: [az-]"
    case .nothingToRepeat: "put a character before it, or write \\*, \\+ or \\? for the character"
    case .repetition: "write {2,5}, at most 65535, the smaller number first"
    case .backslash:
      "write \\\\ for a backslash; \\b \\d \\s \\w are a word's edge, a digit, a space, a letter"
    case .missingGroup: "groups are counted from 1 by their opening parentheses"
    case .unknownClass: "\\d, \\s and \\w, [[:upper:]] and \\p{Lu} are such classes"
    case .lookBehind: "use neither * nor + in (?<=…) and (?<!…)"
    case .tooLarge: "shorten it, or repeat less"
    case .other:
      "put a \\ before signs that are meant as characters; or look for the text in quotes"
    }
  }
}
