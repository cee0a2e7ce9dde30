import FicModel

/// Lines that tell where else the archive has a work.
enum SourceLines {
  /// A line for each text that is not the shown one, without an indent.
  ///
  /// - Parameters:
  ///   - sources: The texts of a work.
  ///   - path: The path that is printed already.
  /// - Returns: `also PATH, 12 chapters, of 2021-10-31`.
  static func lines(of sources: [WorkSource], except path: String) -> [String] {
    sources.filter { $0.path != path }.map { source in
      let facts =
        [
          "also \(SafeText.visible(source.path))", Phrases.count(source.chapters, "chapter"),
          source.updated.map { "of \(SafeText.visible($0))" },
          source.facts.isEmpty
            ? nil
            : "source of \(source.facts.map { SafeText.visible($0) }.joined(separator: ", "))",
        ]
      return facts.compactMap(\.self).joined(separator: ", ")
    }
  }
}
