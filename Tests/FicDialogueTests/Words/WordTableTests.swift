import Testing

@testable import FicDialogue

@Suite struct WordTableTests {
  @Test func `words that begin alike are told apart`() {
    var table = WordTable()
    let words = ["understand", "understood", "understa", "understan", "a", "an", "à", ""]
    let numbers = words.map { table.intern($0) }
    #expect(Set(numbers).count == words.count)
    #expect(words.map { table.find($0) } == numbers)
    #expect(numbers.map { String(decoding: table.bytes(of: $0), as: UTF8.self) } == words)
    #expect(table.find("understanding") == nil)
  }

  @Test func `a table goes on from another and leaves it as it is`() {
    var lexicon = WordTable()
    let known = lexicon.intern("lamp")
    var work = WordTable(after: lexicon)
    #expect(work.intern("lamp") == known)
    let new = work.intern("lamplighter")
    #expect(Int(new) == lexicon.count)
    #expect(work.intern("lamplighter") == new)
    #expect(work.length(of: new) == 11)
    #expect(lexicon.find("lamplighter") == nil)
  }

  @Test func `a table grows past its first slots`() {
    var table = WordTable()
    for number in 0..<5000 { #expect(Int(table.intern("word\(number)")) == number) }
    for number in 0..<5000 { #expect(table.find("word\(number)") == Int32(number)) }
  }

  @Test func `of a long word its first bytes count`() {
    var table = WordTable()
    let long = String(repeating: "a", count: WordTable.longestWord)
    #expect(table.intern(long + "b") == table.intern(long + "c"))
  }
}
