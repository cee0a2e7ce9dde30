import FicServer
import Foundation
import Testing

/// The one table of settings, and the files that show it.
@Suite struct SettingTests {
  /// Fails unless a file of the project has `text` between two lines of it.
  ///
  /// `FICSEARCH_WRITE_GOLDEN=1 swift test` writes it there.
  private func expect(
    _ text: String,
    in file: String,
    from start: String,
    to end: String?
  ) throws {
    // Tests/FicsearchdTests/SettingTests.swift -> the repository.
    let url = URL(filePath: #filePath).appending(path: "../../../\(file)").standardizedFileURL
    var whole = try String(contentsOf: url, encoding: .utf8)
    let first = try #require(whole.range(of: start)).lowerBound
    let last = try end.map { try #require(whole.range(of: $0, range: first..<whole.endIndex)) }
    let place = first..<(last?.lowerBound ?? whole.endIndex)
    if ProcessInfo.processInfo.environment["FICSEARCH_WRITE_GOLDEN"] != nil {
      whole.replaceSubrange(place, with: text)
      try Data(whole.utf8).write(to: url)
    } else {
      #expect(String(whole[place]) == text, "\(file) does not show the settings as they are")
    }
  }

  @Test func `the example file is the table`() throws {
    try expect(SettingsText.yaml, in: "etc/ficsearch.yaml", from: "archive:\n", to: nil)
  }

  @Test func `the manual page is the table`() throws {
    let page = "Documentation/man/ficsearch.yaml.5"
    try expect(SettingsText.manual, in: page, from: ".SS archive\n", to: ".SH EXAMPLES\n")
  }

  @Test func `the page of operations is the table`() throws {
    let page = "Documentation/Operations.md"
    try expect(SettingsText.table, in: page, from: "| `archive.paths`", to: "\nA bound that cuts")
  }

  @Test func `each setting has a place of its own, and a default that it may have`() throws {
    #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
    let places = Setting.all.map { setting -> AnyKeyPath in
      switch setting.value {
      case .folders(let place): place
      case .path(let place), .optionalPath(let place), .text(let place), .choice(let place, _):
        place
      case .flag(let place): place
      case .number(let place, _): place
      }
    }
    #expect(Set(places).count == places.count)
    for setting in Setting.all {
      if case .number(let place, let range) = setting.value {
        #expect(range.contains(DaemonOptions()[keyPath: place]), "\(setting.key)")
      }
    }
  }
}
