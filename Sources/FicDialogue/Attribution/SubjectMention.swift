/// The subject of a sentence of narration.
struct SubjectMention: Sendable {
  /// Its first token, in the chapter's list.
  var token: Int
  /// Who it is, as the words say.
  var kind: Subject.Kind
}
