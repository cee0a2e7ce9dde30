import Foundation

/// The built programs under test.
enum Programs {
  /// `FICSEARCH_BIN_DIR`, else the folder in which this test was built.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["FICSEARCH_BIN_DIR"], !path.isEmpty {
      return URL(filePath: path)
    }
    let test = URL(filePath: CommandLine.arguments[0])
    for folder in sequence(first: test.deletingLastPathComponent(), next: parent) {
      let daemon = folder.appending(path: "ficsearchd")
      if FileManager.default.isExecutableFile(atPath: daemon.path) { return folder }
    }
    return checkout.appending(path: ".build/debug")
  }()

  /// The checkout.
  static let checkout = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

  static func path(_ program: String) -> String { folder.appending(path: program).path }

  private static func parent(_ folder: URL) -> URL? {
    folder.path == "/" ? nil : folder.deletingLastPathComponent()
  }
}
