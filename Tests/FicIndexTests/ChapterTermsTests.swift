import FicModel
import Testing

@testable import FicIndex

@Suite struct ChapterTermsTests {
  /// The terms of each line as text, behind a comma those at the place of the one before; a plus
  /// stands before either word of a pair.
  private func streams(_ terms: ChapterTerms) -> [String] {
    terms.lines.indices.map { index in
      String(
        decoding: terms.terms(ofLine: index).map { byte in
          switch byte {
          case ChapterTerms.placeMark: UInt8(ascii: " ")
          case ChapterTerms.sharedPlaceMark: UInt8(ascii: ",")
          case FrequentWords.joiner: UInt8(ascii: "+")
          default: byte
          }
        },
        as: UTF8.self
      )
    }
  }

  @Test func `lines know their words, zones and scenes`() {
    let terms = ChapterTerms(
      StoryFixture.chapter("N: a note\nSmith>Zoë: “Go on,” he said.\n***\nNobody here.\n?: “Hm.”")
    )
    #expect(terms.words == [2, 4, 0, 2, 1])
    #expect(terms.lines.map(\.zone) == [.authorsNote, .story, .sceneBreak, .story, .story])
    #expect(terms.lines.map(\.stretch) == [0, 1, 2, 3, 3])
    #expect(terms.storyWords == 7)
  }

  @Test func `a line's terms stand behind their marks, pairs of frequent words among them`() {
    let terms = ChapterTerms(StoryFixture.chapter("The Sea of the North.\nIt's a gar-den."))
    #expect(streams(terms) == [" the sea of,+of+the the north", " it,+it+a a gar den"])
    #expect(terms.ends == [terms.terms(ofLine: 0).count, terms.stream.count])
  }

  @Test func `an inline note is no part of the line's words`() {
    var fixture = LineFixture("of the sea (of a note) to the shore")
    fixture.put("(of a note)", into: .authorsNote)
    let terms = ChapterTerms(fixture.chapter)
    #expect(
      streams(terms) == [" of,+of+the the sea to,+to+the the shore", " of,+of+a a note"]
    )
    #expect(terms.words == [6, 3])
    #expect(terms.storyWords == 6)
  }

  @Test func `no pair reaches from one line into the next`() {
    let terms = ChapterTerms(StoryFixture.chapter("Of\nThe\nSea"))
    #expect(streams(terms) == [" of", " the", " sea"])
  }

  @Test func `what is said and thought is known word by word`() {
    let terms = ChapterTerms(
      StoryFixture.chapter(
        "Smith>Jones: “I told you,” he said, “to stay.”\n~Smith: ‘No’\nThe sea.\nN: “a note”"
      )
    )
    #expect(
      terms.regions == [
        [
          Region(start: 0, end: 3, voice: .dialogue), Region(start: 5, end: 7, voice: .dialogue),
        ],
        [Region(start: 0, end: 1, voice: .thought)], [], [],
      ]
    )
  }

  @Test func `two turns that follow each other are one region where their voice is one`() {
    var fixture = LineFixture("“Go!” “No!” ‘Why?’ he said")
    fixture.say("“Go!”", by: 0)
    fixture.say("“No!”", by: 0)
    fixture.say("‘Why?’", by: 0, kind: .thought)
    let regions = ChapterTerms(fixture.chapter).regions
    #expect(
      regions == [
        [Region(start: 0, end: 2, voice: .dialogue), Region(start: 2, end: 3, voice: .thought)]
      ]
    )
  }

  @Test func `what is no speech is the narrator's`() {
    var fixture = LineFixture("The “thing” lay there.")
    fixture.say("“thing”", by: nil, kind: .notSpeech)
    #expect(ChapterTerms(fixture.chapter).regions == [[]])
  }

  @Test(arguments: [UtteranceKind.speech, .textMessage, .letter])
  func `what is said, sent or written is dialogue`(kind: UtteranceKind) {
    #expect(Voice(kind) == .dialogue)
  }

  @Test func `a line of fifty thousand words and one of a million bytes are read`() {
    let many = ChapterTerms(StoryFixture.chapter(String(repeating: "a ", count: 50_000)))
    #expect(many.words == [50_000])
    let one = ChapterTerms(StoryFixture.chapter(String(repeating: "a", count: 1_000_000)))
    #expect(one.words == [1])
  }

  @Test func `a chapter without story is compared by all that it says`() {
    let note = ChapterTerms(StoryFixture.chapter("N: a note about the sea and the shore"))
    let other = ChapterTerms(StoryFixture.chapter("N: a note about the sea and the sky"))
    #expect(note.storyWords == 0)
    #expect(note.sketch != other.sketch && note.sketch.hashes.isEmpty)
  }
}
