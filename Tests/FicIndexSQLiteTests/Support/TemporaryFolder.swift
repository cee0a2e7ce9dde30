import FoundationEssentials

/// A folder of a test, removed with everything in it when the value goes.
final class TemporaryFolder {
  /// The absolute path.
  let path: String

  /// Creates an empty folder.
  init() throws {
    path = "\(FileManager.default.temporaryDirectory.path)/ficsearch-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders that it lies in.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = file(name)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/\(folder)",
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Writes a text file, and the folders that it lies in.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }
}
