import FicModel
import Testing

@Suite struct ReferenceTests {
  @Test(arguments: [0, 1, 31, 32, 0xFF_FFFF_FFFF, 0x12_3456_789A] as [UInt64])
  func `a work's id reads back from its eight letters`(value: UInt64) {
    let id = WorkID(rawValue: value)
    #expect(id.description.utf8.count == 8)
    #expect(WorkID(id.description) == id)
    #expect(WorkID(id.description.uppercased()) == id)
  }

  @Test(arguments: ["", "k7f2qdm", "k7f2qdmxx", "k7f2qdu!", "k7f2qdmu"])
  func `what is no id is none`(text: String) {
    #expect(WorkID(text) == nil)
  }

  @Test(arguments: ["k7f2qdmx", "k7f2qdmx:3", "k7f2qdmx:3:1045"])
  func `a REF reads back as it is written`(text: String) {
    #expect(PassageReference(text)?.description == text)
  }

  @Test(arguments: [
    "", ":", "k7f2qdmx:", "k7f2qdmx:0", "k7f2qdmx:-1", "k7f2qdmx:1:", "k7f2qdmx:1:-2",
    "k7f2qdmx:1:2:3", "k7f2qdmx:+1", "k7f2qdmx:99999999999999999999", "k7f2qdmx:1:x",
  ])
  func `what is no REF is none`(text: String) {
    #expect(PassageReference(text) == nil)
  }
}
