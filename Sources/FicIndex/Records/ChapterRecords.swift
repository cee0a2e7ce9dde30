package import FicModel

/// A chapter as the index stores it: the parsed chapter and its index units.
package struct ChapterRecords: Hashable, Sendable {
  /// The most scene units, and the most units of other matter, in a chapter.
  ///
  /// What story is beyond goes into the last scene unit; matter beyond is not searchable.
  package static let maximumUnits = 4096

  /// The most utterance units in a chapter; utterances beyond are searchable as story only.
  package static let maximumUtterances = 65_536

  /// Names it.
  package var key: ChapterKey

  /// Where the text and what was read in it.
  package var chapter: Chapter

  /// The path of the file that it came from.
  package var path: String

  /// Changes whenever anything that is stored changes, the names of its cast included.
  package var fingerprint: Fingerprint

  /// In reading order.
  package var scenes: [IndexUnit]

  /// In reading order; one for each utterance that is no `notSpeech`.
  ///
  /// `utteranceIndexes` leads back.
  package var utterances: [IndexUnit]

  /// For each utterance unit, the index of its utterance in the chapter.
  package var utteranceIndexes: [Int]

  /// In reading order; one for each zone that is no story.
  package var matter: [IndexUnit]

  /// The cast of the work, to which every `CastID` of the chapter leads.
  package var cast: [CastMember]

  /// What it says, to compare it with others; nil where a backend that needs it makes it itself.
  package var sketch: TextSketch?

  /// That it is gone from the archive and kept; a backend gives it, and takes none.
  package var removal: ChapterRemoval?

  /// Creates records.
  package init(
    key: ChapterKey,
    chapter: Chapter,
    path: String,
    fingerprint: Fingerprint,
    scenes: [IndexUnit],
    utterances: [IndexUnit],
    utteranceIndexes: [Int],
    matter: [IndexUnit],
    cast: [CastMember],
    sketch: TextSketch? = nil,
    removal: ChapterRemoval? = nil
  ) {
    self.key = key
    self.chapter = chapter
    self.path = path
    self.fingerprint = fingerprint
    self.scenes = scenes
    self.utterances = utterances
    self.utteranceIndexes = utteranceIndexes
    self.matter = matter
    self.cast = cast
    self.sketch = sketch
    self.removal = removal
  }
}
