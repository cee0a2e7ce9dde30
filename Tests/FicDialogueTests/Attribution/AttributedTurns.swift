import FicModel
import FicParsing
import MarkedTexts

@testable import FicDialogue

/// The turns of a text of one scene, and whom a network says they are spoken to.
struct AttributedTurns {
  private let speakers: SpeakerReader

  init(_ text: String) {
    let drafts = [draft(of: Array(text.utf8))]
    var finder = CorrectionFinder([])
    speakers = DialogueReader().analyse(drafts, correcting: &finder, keepsTrace: false).speakers
  }

  var turns: [Turn] { speakers.readings.first?.turns ?? [] }

  /// Where the narration names or describes people: the names, or the first words of descriptions.
  var narrated: [String] {
    guard let reading = speakers.readings.first, let chapter = speakers.chapters.first else {
      return []
    }
    return reading.people.filter { !$0.isQuoted }.map { mention in
      let start = Int(chapter.tokens[mention.token].start)
      let words = String(decoding: speakers.texts[0][start...], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      return speakers.traits[mention.member].isDescription
        ? words.prefix(3).joined(separator: " ") : String(words[0])
    }
  }

  /// The numbers of the people whom the work only describes, by the words that first do.
  var described: [String: Int] {
    Dictionary(
      speakers.descriptions.entries.indices.map { index in
        let entry = speakers.descriptions.entries[index]
        let words = speakers.texts[entry.chapter][entry.start..<entry.end]
        return (String(decoding: words, as: UTF8.self), speakers.descriptions.base + index)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The members each turn is spoken to, as a table of cues has it.
  func addressees(by table: String) -> [[Int]] {
    guard let reading = speakers.readings.first, let narrators = speakers.narrators.first else {
      return []
    }
    var ranker = AddresseeRanker(
      reading,
      of: speakers.chapters[0],
      traits: speakers.traits,
      titles: speakers.titles,
      narrators: narrators,
      ranker: Ranker(
        table: Array(table.utf8),
        names: AddresseeCue.names,
        transitions: Ranker.addresseeTransitionNames
      )
    )
    return ranker.addressees()
  }

  /// The members who speak each turn.
  var speakersOfTurns: [Int?] { speakers.readings.first?.decisions.map(\.member) ?? [] }
}
