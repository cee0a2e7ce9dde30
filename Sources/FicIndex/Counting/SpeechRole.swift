/// What a member of a cast is to what is said.
package enum SpeechRole: Hashable, Sendable {
  /// Says it.
  case speaker
  /// Is spoken to.
  case addressee
}
