/// Why a line of an alias file, or a name in it, is left out.
package struct AliasFlaw: Error, Hashable, Sendable {
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
