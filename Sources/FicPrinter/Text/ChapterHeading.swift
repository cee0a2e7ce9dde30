import FicModel

/// How a chapter is called on a screen.
enum ChapterHeading {
  /// `Chapter 3 · Undertow`; the number once where the printed heading begins with it.
  ///
  /// What is gone from the archive and kept says so.
  static func text(of chapter: ChapterLabel) -> String {
    switch chapter.removal {
    case .chapter: name(of: chapter) + " (removed from its file)"
    case .file: name(of: chapter) + " (its file is gone)"
    case nil: name(of: chapter)
    }
  }

  private static func name(of chapter: ChapterLabel) -> String {
    guard let title = chapter.title.map(SafeText.visible), !title.isEmpty else {
      return "Chapter \(chapter.number)"
    }
    let number = String(chapter.number)
    for printed in ["\(number). ", "\(number): ", "\(number) - "] where title.hasPrefix(printed) {
      return "Chapter \(number) · " + title.dropFirst(printed.count)
    }
    return title == number ? "Chapter \(number)" : "Chapter \(number) · \(title)"
  }
}
