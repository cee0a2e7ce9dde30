import Glibc
import Testing

@testable import FicServer

@Suite struct ArchiveEventTests {
  private func bytes(watch: Int32, mask: Int, name: String, padding: Int = 0) -> [UInt8] {
    let text = Array(name.utf8) + [UInt8](repeating: 0, count: padding)
    let numbers = [UInt32(bitPattern: watch), UInt32(mask), 0, UInt32(text.count)]
    return numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
      + text
  }

  @Test func `events are read one after the other`() {
    let data =
      bytes(watch: 1, mask: Int(IN_CREATE | IN_ISDIR), name: "Kapitel é", padding: 6)
      + bytes(watch: -1, mask: Int(IN_Q_OVERFLOW), name: "")
      + bytes(watch: 2, mask: Int(IN_CLOSE_WRITE), name: ".hidden", padding: 1)
    let events = ArchiveEvent.read(data[...])
    #expect(events.map(\.name) == ["Kapitel é", "", ".hidden"])
    #expect(events.map(\.watch) == [1, -1, 2])
    #expect(events.map(\.isFolder) == [true, false, false])
    #expect(events.map(\.isHidden) == [false, false, true])
    #expect(events.map { $0.has(Int32(IN_Q_OVERFLOW)) } == [false, true, false])
  }

  @Test func `a cut event is left out`() {
    let data = bytes(watch: 1, mask: Int(IN_CREATE), name: "name")
    for count in 0..<data.count { #expect(ArchiveEvent.read(data[..<count]).isEmpty) }
    #expect(ArchiveEvent.read(data[...]).count == 1)
  }
}
