import Foundation
import Testing

/// A screen kept in `Tests/Golden/screens`.
///
/// `FICSEARCH_WRITE_GOLDEN=1 swift test` writes it anew.
struct GoldenScreen {
  let name: String

  /// Fails unless the screen on file is `text`.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Golden/screens/\(name).txt").standardizedFileURL
    if ProcessInfo.processInfo.environment["FICSEARCH_WRITE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "screen \(name)", sourceLocation: sourceLocation)
  }
}
