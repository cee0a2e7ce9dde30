import FicDialogue
import FicModel
import MarkedTexts
import Testing

@Suite struct AliasMergerTests {
  @Test func `a surname with one bearer is that bearer`() throws {
    let fixture = AttributedFixture(
      "Agent Nora Dace waited. Dace looked up. “Go,” said Dace. Nora nodded."
    )
    let member = try #require(fixture.member("Dace"))
    #expect(
      Set([member.name] + member.aliases).isSuperset(of: ["Agent Nora Dace", "Nora", "Dace"])
    )
  }

  @Test func `people who share a surname stay apart`() {
    let fixture = AttributedFixture(
      """
      Mr. Reed bowed to Mrs. Reed, and Mrs. Reed smiled at Miss Reed. “Go,” said Mr. Reed.

      “Stay,” said Mrs. Reed.

      “I cannot,” said Miss Reed.
      """
    )
    #expect(fixture.speakers == ["Mr. Reed", "Mrs. Reed", "Miss Reed"])
  }

  @Test func `brothers stay apart`() {
    let fixture = AttributedFixture(
      "John Reed met William Reed. “Go,” said John Reed.\n\n“Stay,” said William Reed."
    )
    #expect(fixture.speakers == ["John Reed", "William Reed"])
  }

  @Test func `a title is the same cut short`() {
    let fixture = AttributedFixture("Dr. Moss sat. Doctor Moss rose. “Go,” said Doctor Moss.")
    #expect(fixture.cast.count == 1)
  }

  @Test func `a nickname that people use is its bearer's`() throws {
    let fixture = AttributedFixture(
      "Elizabeth sat by the fire. “Lizzy, come here,” said Jane. “Dear Lizzy!” said Jane."
    )
    let member = try #require(fixture.member("Lizzy"))
    #expect(([member.name] + member.aliases).contains("Elizabeth"))
  }

  @Test func `a seed overrules`() {
    let text = "Strider sat by the fire. “Go,” said Aragorn.\n\n“Stay,” said Strider."
    let seed = CastSeed(name: "Aragorn", aliases: ["Strider"])
    #expect(AttributedFixture(text, seeds: [seed]).speakers == ["Aragorn", "Aragorn"])
    #expect(AttributedFixture(text).speakers == ["Aragorn", "Strider"])
  }

  @Test func `names that stand in one sentence again and again are two people's`() {
    let fixture = AttributedFixture(
      """
      George Reed came late. Mr. Reed met George at the gate. Mr. Reed and George walked. George followed \
      Mr. Reed up the stairs. “Go,” said Mr. Reed.

      “I shall,” said George.
      """
    )
    #expect(fixture.lines.map(\.speaker?.isEmpty) == [false, false])
    #expect(fixture.speakers[0] != fixture.speakers[1])
  }

  @Test func `a short name is hers whose long one only people use`() throws {
    let fixture = AttributedFixture(
      """
      Tam sat by the fire. Tam was cold. “Tamsin, come here,” said Jane.

      “No,” said Tam.

      “*Tamsin!*” said Jane.
      """
    )
    let member = try #require(fixture.member("Tam"))
    #expect(([member.name] + member.aliases).contains("Tamsin"))
  }

  @Test func `a name that begins another's is another's where the narrator uses both`() {
    let fixture = AttributedFixture(
      """
      Nat met Nathan at the gate. “Go,” said Nat.

      “Stay,” said Nathan.

      Nat and Nathan walked. Nathan followed Nat up the stairs.
      """
    )
    #expect(fixture.speakers == ["Nat", "Nathan"])
  }

  @Test func `a title is his who alone bears it`() {
    let fixture = AttributedFixture(
      """
      The Mayor of Tannet came in, and the Mayor sat down.

      “Go,” said the Mayor.

      “Stay,” said the Mayor of Tannet.
      """
    )
    #expect(fixture.speakers[0] != nil)
    #expect(Set(fixture.speakers).count == 1)
  }

  @Test func `a Miss is she whom the text has in full as a Miss`() {
    let fixture = AttributedFixture(
      """
      Miss Ada Moss lived with Mrs. Moss, her aunt. “Go,” said Miss Moss.

      “Stay,” said Mrs. Moss.
      """
    )
    #expect(fixture.member("Miss Moss") == fixture.member("Miss Ada Moss"))
    #expect(fixture.member("Miss Moss") != fixture.member("Mrs. Moss"))
  }

  @Test func `Spanish puts "y" between two people and within a surname`() {
    let two = AttributedFixture(
      "Remedios y Anselmo came in. “Go,” said Remedios.\n\n“Stay,” said Anselmo."
    )
    #expect(two.speakers == ["Remedios", "Anselmo"])
    let one = AttributedFixture("“Go,” said José Ortega y Gasset.\n\n“Stay,” said Ada.")
    #expect(one.speakers == ["José Ortega y Gasset", "Ada"])
  }

  @Test func `who calls a name bears another`() {
    let fixture = AttributedFixture(
      """
      Nell sat by the fire. Nell took a bowl.

      “Is there tea, Helen?” said Nell.

      “There is, Nell.”

      “Thank you, Helen,” Nell said.
      """
    )
    #expect(fixture.member("Nell") != nil)
    #expect(fixture.member("Nell")?.aliases.contains("Helen") == false)
  }
}
