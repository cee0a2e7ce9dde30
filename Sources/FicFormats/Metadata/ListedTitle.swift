import FicModel
import FicParsing

/// Reads how tables of contents and chapter lists of archives call a chapter.
enum ListedTitle {
  /// The title of an entry such as `3. Title`, `Chapter 3: Title`, `Title`.
  ///
  /// `(new) ` in front is FanFicFare's mark of a chapter that an update brought.
  static func title(_ entry: String) -> ChapterTitle {
    var words = HeaderValue.folded(entry)
    if words.hasPrefix("(new) ") { words = String(words.dropFirst(6)) }
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    if (1...5).contains(digits.count), rest.isEmpty || rest.hasPrefix(". ") {
      let title = HeaderValue.folded(String(rest.dropFirst(2)))
      let inner = HeadingReader.title(in: title)
      // "3. Chapter 3": the number is all that the title says.
      if let inner, inner.title == nil, inner.printedNumber == String(digits) { return inner }
      return ChapterTitle(
        printedNumber: String(digits),
        title: title.isEmpty ? nil : title
      )
    }
    if let read = HeadingReader.title(in: words), read.printedNumber != nil { return read }
    return ChapterTitle(title: words.isEmpty ? nil : words)
  }
}
