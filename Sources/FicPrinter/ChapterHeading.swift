import FicModel

/// How a chapter is called on a screen.
enum ChapterHeading {
  /// `Chapter 3 · Undertow`; the number once where the printed heading begins with it.
  static func text(of chapter: ChapterLabel) -> String {
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
