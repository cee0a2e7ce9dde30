@testable import FicIngest

extension ArchiveWalk {
  /// The files that are left, by path.
  mutating func files() -> [ArchiveFile] {
    var files: [ArchiveFile] = []
    while let step = next() { if case .file(let file) = step { files.append(file) } }
    return files
  }
}
