/// Why a line of a file that the user keeps, or a part of it, is left out.
package struct UserFileFlaw: Error, Hashable, Sendable {
  /// What is wrong.
  package var cause: String

  /// What to do about it.
  package var hint: String

  /// Creates a flaw.
  package init(cause: String, hint: String) {
    self.cause = cause
    self.hint = hint
  }
}
