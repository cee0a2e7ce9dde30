import FicParsing

/// A listed file with what its name says of its place in a work.
struct ListedFile {
  /// The file.
  let entry: FileEntry

  /// What its name says; nil where it numbers nothing.
  let name: ChapterFileName?

  /// The number of the volume whose folder it is in; 0 outside of one.
  let volume: Int

  init(_ entry: FileEntry, workFolder: String) {
    self.entry = entry
    let file = FileName(path: entry.path)
    name = ChapterFileName(stem: file.stem)
    let last = file.folder.split(separator: "/").last.map(String.init) ?? ""
    volume = file.folder == workFolder ? 0 : HeadingReader.partNumber(in: last) ?? 0
  }

  /// Reading order: by volume, by number, prologues first and epilogues last, then by name.
  static func precedes(_ left: ListedFile, _ right: ListedFile) -> Bool {
    if left.volume != right.volume { return left.volume < right.volume }
    if left.rank != right.rank { return left.rank < right.rank }
    if let first = left.name?.number, let second = right.name?.number, first != second {
      return first < second
    }
    return NaturalOrder.precedes(left.entry.path, right.entry.path)
  }

  private var rank: Int {
    guard let name else { return 2 }
    if name.number != nil { return 1 }
    return name.isBefore ? 0 : 2
  }
}
