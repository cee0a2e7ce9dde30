package import FicModel

/// What the index counts as one document: a scene or a part of a long one, an utterance, or a
/// stretch of other matter.
package struct IndexUnit: Hashable, Sendable {
  /// Which of the index's lists a unit is in.
  package enum Kind: Int, CaseIterable, Hashable, Sendable {
    /// A scene, or a part of one that is longer than `maximumWords`.
    case scene
    /// The quotations of one utterance.
    case utterance
    /// A zone that is no story.
    case matter
  }

  /// The greatest number of words in a scene unit; longer scenes are cut at a paragraph.
  package static let maximumWords = 4000

  /// Where it is in the stored chapter text.
  package var span: TextSpan

  /// The number of words in it.
  package var words: Int

  /// For a scene unit, the index of its scene in the chapter; for an utterance unit, the index of
  /// the scene unit that it lies in; -1 for other matter, and for an utterance outside every scene.
  package var scene: Int

  /// For a scene unit, who is present: speaks, is spoken to, or is named.
  ///
  /// Ascending.
  package var present: [CastID]

  /// Creates a unit.
  package init(span: TextSpan, words: Int, scene: Int, present: [CastID] = []) {
    self.span = span
    self.words = words
    self.scene = scene
    self.present = present
  }
}
