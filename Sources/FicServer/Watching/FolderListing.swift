import FoundationEssentials

/// Lists what is in a folder.
enum FolderListing {
  /// The folders right below `path` whose names are not hidden, no links among them; empty where it
  /// cannot be read.
  static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.utf8.first != UInt8(ascii: ".") }.map { path + "/" + $0 }
      .filter { FileStatus(at: $0)?.isFolder == true }
  }
}
