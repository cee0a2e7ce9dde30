import CPCRE2
package import FicModel
package import FicQuery

/// A regular expression that is ready to be tried: PCRE2 on UTF-8.
///
/// One thread at a time may use it.
@safe package final class RegularExpression {
  /// Why an expression cannot be tried.
  package struct Failure: Error, Hashable {
    /// What is wrong.
    package var fault: ExpressionFault

    /// Where, in bytes of the expression.
    package var offset: Int
  }

  /// A tenth of PCRE2's own: a line in which more steps are taken is given up.
  private static let mostSteps: UInt32 = 1_000_000

  /// So many choices may be open at once.
  private static let mostDepth: UInt32 = 100_000

  /// The most memory for those, in KiB.
  private static let mostMemory: UInt32 = 20_000

  private let code: OpaquePointer
  private let found: OpaquePointer
  private let limits: OpaquePointer

  /// Reads an expression; without a capital letter in it, capitals and small letters are alike.
  ///
  /// - Throws: `Failure`.
  package init(_ text: String) throws(Failure) {
    var error: CInt = 0
    var offset = 0
    var options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if !Self.hasCapital(text) { options |= UInt32(PCRE2_CASELESS) }
    let bytes = Array(text.utf8)
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, bytes.count, options, &error, &offset, nil)
    }
    guard let code = unsafe code else {
      throw Failure(fault: ExpressionFault(code: error), offset: min(max(0, offset), bytes.count))
    }
    guard let found = unsafe pcre2_match_data_create_8(1, nil) else {
      unsafe pcre2_code_free_8(code)
      throw Failure(fault: .tooLarge, offset: 0)
    }
    guard let limits = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(found)
      unsafe pcre2_code_free_8(code)
      throw Failure(fault: .tooLarge, offset: 0)
    }
    unsafe pcre2_set_match_limit_8(limits, Self.mostSteps)
    unsafe pcre2_set_depth_limit_8(limits, Self.mostDepth)
    unsafe pcre2_set_heap_limit_8(limits, Self.mostMemory)
    unsafe (self.code, self.found, self.limits) = unsafe (code, found, limits)
  }

  deinit {
    unsafe pcre2_match_context_free_8(limits)
    unsafe pcre2_match_data_free_8(found)
    unsafe pcre2_code_free_8(code)
  }

  /// Where it matches in a line, in the chapter's text, and whether the line was given up for the
  /// steps that it takes.
  package func matches(in line: LineText) -> (places: [TextSpan], isCut: Bool) {
    let (places, isCut) = matches(in: line.bytes)
    return (places.map(line.span), isCut)
  }

  /// Where it matches in a text, in bytes, ascending and apart; matches of nothing are left out.
  ///
  /// - Parameter text: Valid UTF-8.
  /// - Returns: The places, and whether the text was given up for the steps that it takes.
  func matches(in text: [UInt8]) -> (places: [Range<Int>], isCut: Bool) {
    var places: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let options = UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NOTEMPTY)
      let count = unsafe text.withUnsafeBufferPointer { buffer in
        unsafe pcre2_match_8(
          code,
          buffer.baseAddress,
          text.count,
          start,
          options,
          found,
          limits
        )
      }
      // With room for one place, 0 says that groups had none.
      guard count >= 0 else { return (places, count != PCRE2_ERROR_NOMATCH) }
      let ends = unsafe pcre2_get_ovector_pointer_8(found)
      guard let ends = unsafe ends else { return (places, true) }
      let (low, high) = unsafe (ends[0], ends[1])
      guard low < high, high <= text.count, high > start else { return (places, false) }
      places.append(low..<high)
      start = high
    }
    return (places, false)
  }

  /// Whether a letter that is meant as such is a capital: behind a backslash it is a class.
  private static func hasCapital(_ text: String) -> Bool {
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar.properties.isUppercase {
        return true
      }
    }
    return false
  }
}

extension ExpressionFault {
  /// What an error of PCRE2's compiler means to whoever typed the expression.
  fileprivate init(code: CInt) {
    switch code {
    case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, PCRE2_ERROR_MISSING_COMMENT_CLOSING:
      self = .openParenthesis
    case PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS: self = .closingParenthesis
    case PCRE2_ERROR_MISSING_SQUARE_BRACKET: self = .openBracket
    case PCRE2_ERROR_CLASS_RANGE_ORDER, PCRE2_ERROR_CLASS_INVALID_RANGE: self = .range
    case PCRE2_ERROR_QUANTIFIER_INVALID: self = .nothingToRepeat
    case PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER, PCRE2_ERROR_QUANTIFIER_TOO_BIG: self = .repetition
    case PCRE2_ERROR_END_BACKSLASH, PCRE2_ERROR_UNKNOWN_ESCAPE,
      PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE, PCRE2_ERROR_END_BACKSLASH_C,
      PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED:
      self = .backslash
    case PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE: self = .missingGroup
    case PCRE2_ERROR_UNKNOWN_POSIX_CLASS, PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY,
      PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY:
      self = .unknownClass
    case PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH, PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED,
      PCRE2_ERROR_LOOKBEHIND_TOO_LONG:
      self = .lookBehind
    case PCRE2_ERROR_PATTERN_TOO_LARGE, PCRE2_ERROR_PATTERN_TOO_COMPLICATED,
      PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP, PCRE2_ERROR_HEAP_FAILED:
      self = .tooLarge
    default: self = .other
    }
  }
}
