import FicModel
import MarkedTexts
import Testing

@testable import FicDialogue

@Suite struct SpeechStyleTests {
  /// What the words of a last line without a tag make of Ada and Ron, by what is counted.
  private func likenesses(_ events: SpeechEvents, of last: String) throws -> [String: Float] {
    let ada =
      "“Rebecca, I shall never, never go there; it is, I think, a most improper place,” said Ada."
    let ron = "“Bex! Wot a lark! Ain’t it? Cor! Look at ’im! Come on, Bex!” said Ron."
    let lines = (0..<4).flatMap { _ in [ada, ron] } + ["“\(last)”"]
    let drafts = [draft(of: Array(lines.joined(separator: "\n\n").utf8))]
    var finder = CorrectionFinder([])
    let work = DialogueReader().analyse(drafts, correcting: &finder, keepsTrace: false)
    let reading = try #require(work.speakers.readings.first)
    let style = work.speakers.style(events)
    var result: [String: Float] = [:]
    style.likenesses(
      of: reading.turns.count - 1,
      in: reading.turns,
      of: work.speakers.chapters[0],
      taughtBy: JointPass.Decision()
    ) { member, likeness in
      result[work.cast.members[member].name] = likeness
    }
    return result
  }

  @Test(arguments: [
    (SpeechEvents.words, "I think it is improper.", "Ada"), (.words, "Look, a lark.", "Ron"),
    (.pairs, "I shall never go.", "Ada"), (.pairs, "Wot a lark.", "Ron"),
    (.marks, "No! Go! Eh! Oh!", "Ron"), (.marks, "Somebody, perhaps, should tell him,", "Ada"),
    (.names, "Rebecca is late.", "Ada"), (.names, "Bex is late.", "Ron"),
  ])
  func `words, marks and names tell who talks so`(
    events: SpeechEvents,
    line: String,
    speaker: String
  ) throws {
    let likenesses = try likenesses(events, of: line)
    let other = speaker == "Ada" ? "Ron" : "Ada"
    let (own, theirs) = try (#require(likenesses[speaker]), #require(likenesses[other]))
    #expect(own > theirs)
  }
}
