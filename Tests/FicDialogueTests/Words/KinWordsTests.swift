import Testing

@testable import FicDialogue

@Suite struct KinWordsTests {
  @Test(arguments: [
    ("mother", "mum", true), ("dad", "father", true), ("gran", "grandmother", true),
    ("mother", "father", false), ("captain", "captain", false),
  ])
  func `one relation has many words`(word: String, other: String, areOne: Bool) throws {
    let vocabulary = Vocabulary.unread
    let found = try #require(vocabulary.table.find(word))
    let foundOther = try #require(vocabulary.table.find(other))
    #expect(KinWords(vocabulary).areOne(found, foundOther) == areOne)
  }
}
