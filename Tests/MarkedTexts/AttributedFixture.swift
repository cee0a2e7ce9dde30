package import FicDialogue
package import FicModel
import FicParsing

/// What the dialogue reader makes of a text of one scene.
package struct AttributedFixture {
  /// A line of dialogue with names in the place of numbers.
  package struct Line: Equatable {
    package var speaker: String?
    package var rule: String
    package var evidence: String?
    package var addressees: [String]
  }

  /// The chapter as read.
  package private(set) var chapter: Chapter

  /// The cast of the text.
  package private(set) var cast: [CastMember]

  /// Reads a text whose paragraphs are parted by blank lines.
  package init(_ text: String, seeds: [CastSeed] = [], hints: [CastHint] = []) {
    var drafts = [draft(of: Array(text.utf8))]
    cast = DialogueReader(seeds: seeds, hints: hints).read(&drafts)
    chapter = drafts[0].chapter
  }

  /// The lines, in reading order.
  package var lines: [Line] {
    chapter.utterances.filter { $0.kind != .notSpeech }.map { utterance in
      Line(
        speaker: utterance.attribution.speaker.map(name),
        rule: utterance.attribution.rule,
        evidence: utterance.attribution.evidence.map(text),
        addressees: utterance.addressees.map(name)
      )
    }
  }

  /// The speakers of the lines, in reading order.
  package var speakers: [String?] { lines.map(\.speaker) }

  /// The member with a name or an alias.
  package func member(_ name: String) -> CastMember? {
    cast.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The words in a span.
  package func text(_ span: TextSpan) -> String {
    String(decoding: chapter.text[span.range], as: UTF8.self)
  }

  private func name(_ id: CastID) -> String { cast[id.rawValue].name }
}
