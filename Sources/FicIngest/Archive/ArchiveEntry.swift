/// What lies in a folder of the archive.
enum ArchiveEntry {
  /// A file of a known format.
  case file(ArchiveFile)

  /// A folder, relative to the archive's.
  case folder(String)
}
