import FicModel
import MarkedTexts
import Testing

@Suite struct IntroductionTests {
  @Test(arguments: ["Ada Moss, sir.", "I'm Ada Moss, sir."])
  func `somebody who says who it is speaks`(words: String) {
    let fixture = AttributedFixture(
      """
      Edwin Reed stood on the quay beside the boatman. Reed had one bag.

      “Is somebody there?” Reed asked.

      A young woman in a grey cape had come out of the crowd. “\(words)”

      “I wrote to you,” said Reed.

      “Yes, sir,” said Constable Ada Moss.
      """
    )
    #expect(fixture.member("Ada Moss") != nil)
    #expect(fixture.speakers[1] == fixture.member("Ada Moss")?.name)
  }

  @Test func `a name that is asked for is no introduction`() {
    let fixture = AttributedFixture(
      """
      Ada met Ron in the garden. Ada sat.

      “Ron, sir, is not here,” said Ada.

      “Where is he?” said Tom.
      """
    )
    #expect(fixture.speakers == ["Ada", "Tom"])
  }
}
