import FicModel

extension CastEntry {
  /// Somebody of "Lamps" who says one line.
  static func sample(_ name: String) -> CastEntry {
    CastEntry(
      work: WorkLabel(id: "k7f2qdmx", title: "Lamps"),
      name: name,
      aliases: [],
      gender: nil,
      lines: 1,
      scenes: 1,
      appearances: [.init(chapter: 1, lines: 1, scenes: 1)],
      chaptersOfWork: 1,
      talksWith: []
    )
  }
}
