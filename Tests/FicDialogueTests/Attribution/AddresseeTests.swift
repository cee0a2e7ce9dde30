import MarkedTexts
import Testing

@testable import FicDialogue

@Suite struct AddresseeTests {
  private static let three = AttributedTurns(
    """
    “Where were you?” asked Ines.

    “At the duck pond,” said Tam.

    “All night,” said Roz.

    “Both of you, sit down,” said Ines.

    “Sorry,” said Tam.

    “Sorry,” said Roz.
    """
  )

  @Test func `a turn may be spoken to several people`() {
    let speakers = Self.three.speakersOfTurns.compactMap(\.self)
    let spokenTo = Self.three.addressees(by: "AddresseeCue.severalMeant 5")
    #expect(Set(spokenTo[3]) == Set(speakers[1...2]))
    #expect(spokenTo[1].count == 1)
  }

  @Test(arguments: [
    ("“Look,” said Ada, with a nod at Ron.", FacedPeople(members: [1])),
    ("“Look,” said Ada to the captain.", FacedPeople(nouns: [1])),
    ("“Look,” said Ada. She pointed at him.", FacedPeople(isHim: true)),
    ("“Look at her,” said Ada.", FacedPeople()),
  ])
  func `narration turns to people`(text: String, faced: FacedPeople) {
    let read = AttributedTurns("Ada met Ron in the garden.\n\n" + text).turns.last?.faced
    #expect(read?.members.count == faced.members.count)
    #expect(read?.nouns.count == faced.nouns.count)
    #expect(read?.isHim == faced.isHim)
    #expect(read?.isHer == faced.isHer)
  }

  @Test func `narration between turns names whom the next is spoken to`() throws {
    let turns = AttributedTurns(
      """
      “Rain,” said Ada.

      “Again,” said Ron.

      “Always,” said Tam.

      Ada sat down.

      “Well?” said Ron.
      """
    )
    let speakers = turns.speakersOfTurns.compactMap(\.self)
    #expect(turns.addressees(by: "AddresseeCue.betweenLast 5").last == [speakers[0]])
    #expect(turns.addressees(by: "AddresseeCue.after 5")[2] == [speakers[0]])
  }

  @Test(arguments: [
    ("“Wait, I only—”", true), ("“Wait, I only–”", true), ("“Wait, I only-”", true),
    ("“Wait, I only…”", false), ("“Wait, only I.”", false),
  ])
  func `a dash at its end breaks a turn off`(line: String, breaksOff: Bool) {
    #expect(AttributedTurns(line + "\n\n“No,” said Ada.").turns.first?.breaksOff == breaksOff)
  }

  @Test(arguments: [
    ("You two, sit down.", true), ("Sit down, both of you.", true), ("Sit down, everybody.", true),
    ("Hello, girls!", true), ("You sit down.", false), ("The girls sat down.", false),
  ])
  func `some words call several`(words: String, callsSeveral: Bool) {
    let turns = AttributedTurns("Ada met Ron.\n\n“\(words)” said Ada.").turns
    #expect(turns.last?.callsSeveral == callsSeveral)
  }

  @Test func `a turn of a chat is written and not said`() {
    let turns = AttributedTurns("ana: hi\nbo: no\nana: why\nbo: flood\n\n“Well,” said Ada.").turns
    #expect(turns.map(\.isMessage) == [true, true, true, true, false])
  }
}
