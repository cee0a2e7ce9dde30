import FoundationEssentials

/// A folder that is gone when nobody holds it any more.
///
/// Its path is short: a socket's has to fit in 107 bytes.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = "/tmp/fic-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Makes a folder and returns its path.
  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: file(name),
      withIntermediateDirectories: true
    )
    return file(name)
  }

  /// Writes a shell script that may be run.
  func script(_ text: String, name: String = "worker") throws -> String {
    let path = try write("#!/bin/sh\n" + text, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}
