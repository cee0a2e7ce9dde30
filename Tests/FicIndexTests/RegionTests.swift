import Testing

@testable import FicIndex

@Suite struct RegionTests {
  private let regions = [
    Region(start: 1, end: 3, voice: .dialogue), Region(start: 3, end: 4, voice: .thought),
  ]

  @Test(
    arguments: [
      (0, Voice.narration), (1, .dialogue), (2, .dialogue), (3, .thought), (4, .narration),
      (99, .narration),
    ]
  )
  func `a word is whose region holds it, else the narrator's`(word: Int, voice: Voice) {
    #expect(regions.voice(ofWord: word) == voice)
  }

  @Test func `the narrator is heard where words are left`() {
    #expect(regions.voices(words: 4) == Voice.all)
    let whole = [Region(start: 0, end: 4, voice: .dialogue)]
    #expect(whole.voices(words: 4) == [.dialogue])
    #expect(whole.voices(words: 5) == [.dialogue, .narration])
    #expect([Region]().voices(words: 3) == [.narration])
    #expect([Region]().voices(words: 0) == [.narration])
  }
}
