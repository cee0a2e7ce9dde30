import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

@Suite struct LineMarkTests {
  /// Whose words a line may have, each with the voice that stands for it alone.
  private static let voices: [(Set<Voice>, Voice?)] = [
    ([.narration], .narration), ([.dialogue], .dialogue), ([.thought], .thought),
    ([.narration, .dialogue], nil), ([.dialogue, .thought], nil), (Voice.all, nil),
    ([], .narration),
  ]

  @Test(arguments: ZoneKind.allCases, [false, true])
  func `a mark tells zone, stretch and voice`(zone: ZoneKind, beginsStretch: Bool) {
    for (voices, only) in Self.voices {
      let mark = LineMark.byte(zone, beginsStretch: beginsStretch, voices)
      #expect(mark != LineMark.gone)
      #expect(LineMark.beginsStretch(mark) == beginsStretch)
      #expect(LineMark.voice(mark) == only)
      #expect(LineMark.isStory(mark) == (zone == .story))
      for other in ZoneKind.allCases {
        #expect(LineMark.filter([other])[Int(mark)] == (other == zone))
      }
      #expect(LineMark.filter(Set(ZoneKind.allCases))[Int(mark)])
      #expect(!LineMark.filter([])[Int(mark)])
    }
  }

  @Test func `a line that is gone is nothing`() {
    #expect(!LineMark.beginsStretch(LineMark.gone))
    #expect(!LineMark.isStory(LineMark.gone))
    #expect(!LineMark.filter(Set(ZoneKind.allCases))[Int(LineMark.gone)])
  }
}
