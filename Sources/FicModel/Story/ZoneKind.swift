/// What a stretch of a chapter is.
///
/// Zones tile the chapter: every byte is in exactly one.
public enum ZoneKind: String, CaseIterable, Hashable, Sendable, JSONReadable {
  /// Narrative: the only zone with scenes, and what a search covers unless told otherwise.
  case story
  /// The chapter's title lines.
  case heading
  /// An author's, translator's or editor's note, with its label; thanks, pleas, signatures.
  case authorsNote = "author_note"
  /// A reply to one reviewer.
  case reviewReply = "review_reply"
  /// A disclaimer of rights.
  case disclaimer
  /// A summary, with rating, tag and header lines.
  case summary
  /// A recap of earlier chapters.
  case recap
  /// A line that ends the chapter or the story: "The End", "TBC".
  case banner
  /// A line between two scenes: an ornament, a rule, a place, a time, a point of view.
  case sceneBreak = "break"
  /// What belongs to the book rather than to the story: contents, imprint, licence, adverts, title
  /// pages, the frame that Project Gutenberg puts around a text.
  case boilerplate
}
