/// How an utterance reaches the page.
public enum UtteranceKind: String, CaseIterable, Hashable, Sendable, JSONReadable {
  /// Spoken aloud, by telepathy, or in a script.
  case speech
  /// Thought in words.
  case thought
  /// A phone or chat message, a telegram.
  case textMessage = "text_message"
  /// A letter quoted as written.
  case letter
  /// In quotation marks and yet no utterance: a title, a sign, a word talked about.
  case notSpeech = "not_speech"
}
