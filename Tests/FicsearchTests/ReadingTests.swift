import Foundation
import Testing

@testable import ficsearch

@Suite struct ReadingTests {
  @Test(arguments: [
    ("less -FRX", 40, "less -FRX +37g"), ("/usr/bin/less", 40, "/usr/bin/less +37g"),
    ("more", 40, "more +37"), ("bat --plain", 40, "bat --plain"), ("less", 3, "less"),
  ])
  func `a pager opens a little above the line, if it can`(
    pager: String,
    line: Int,
    command: String
  ) {
    #expect(Pager.command(pager, from: line) == command)
    #expect(Pager.command(pager, from: nil) == pager)
  }

  @Test func `a file with a zero among its first bytes is no text`() throws {
    let file = URL(filePath: "/tmp/fs-text-\(UInt32.random(in: 0..<UInt32.max))")
    defer { try? FileManager.default.removeItem(at: file) }
    for (bytes, isText) in [
      (Array("Chapter 1\n".utf8), true), ([0x50, 0x4B, 3, 4, 0], false), ([], true),
    ] as [([UInt8], Bool)] {
      try Data(bytes).write(to: file)
      #expect(OpenCommand.isText(file.path) == isText, "\(bytes)")
    }
    #expect(OpenCommand.isText("/nowhere/at/all"))
  }
}
