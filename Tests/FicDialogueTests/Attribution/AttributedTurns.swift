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

  /// The members each turn is spoken to, as a table of cues has it.
  func addressees(by table: String) -> [[Int]] {
    guard let reading = speakers.readings.first, let narrators = speakers.narrators.first else {
      return []
    }
    var ranker = AddresseeRanker(
      reading,
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
