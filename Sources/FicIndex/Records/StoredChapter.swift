package import FicModel

/// A chapter as an index gives it back.
package struct StoredChapter: Sendable {
  /// Names it.
  package var key: ChapterKey

  /// Its text and what was read in it.
  package var chapter: Chapter

  /// The path of the file that it came from.
  package var path: String

  /// Its scene units, in reading order.
  package var scenes: [IndexUnit]

  /// Its utterance units, in reading order.
  package var utterances: [IndexUnit]

  /// For each utterance unit, the index of its utterance in the chapter.
  package var utteranceIndexes: [Int]

  /// Its units of other matter, in reading order.
  package var matter: [IndexUnit]

  /// The cast of its work, to which every `CastID` of the chapter leads; a member who does not occur in
  /// the chapter may be without a name.
  package var cast: [CastMember]

  /// That it is gone from the archive and kept; nil for a chapter of the archive as it is.
  package var removal: ChapterRemoval?

  /// Creates a chapter.
  package init(
    key: ChapterKey,
    chapter: Chapter,
    path: String,
    scenes: [IndexUnit],
    utterances: [IndexUnit],
    utteranceIndexes: [Int],
    matter: [IndexUnit],
    cast: [CastMember],
    removal: ChapterRemoval? = nil
  ) {
    self.key = key
    self.chapter = chapter
    self.path = path
    self.scenes = scenes
    self.utterances = utterances
    self.utteranceIndexes = utteranceIndexes
    self.matter = matter
    self.cast = cast
    self.removal = removal
  }

  /// The units of a kind, in reading order.
  package func units(_ kind: IndexUnit.Kind) -> [IndexUnit] {
    switch kind {
    case .scene: scenes
    case .utterance: utterances
    case .matter: matter
    }
  }
}
