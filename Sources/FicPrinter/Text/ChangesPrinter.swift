package import FicModel

/// Prints what came, changed and went, a line each, below the time of the run that noticed it.
package struct ChangesPrinter: HitPrinter {
  private let style: PrintStyle
  private var time: Int?

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    guard case .change(let change) = record else { return }
    if change.time != time {
      if time != nil { output.write("\n") }
      output.write(style.paint(Self.text(of: change.time), .dim) + "\n")
      time = change.time
    }
    let kind = change.kind.rawValue
    output.write("  " + kind + String(repeating: " ", count: max(1, 9 - kind.utf8.count)))
    output.write(style.paint(SafeText.visible(change.work.title), .title))
    if let chapter = change.chapter {
      output.write(" · " + ChapterHeading.text(of: chapter))
    } else {
      if !change.work.authors.isEmpty {
        output.write(" by " + SafeText.visible(change.work.authors.joined(separator: ", ")))
      }
      if let chapters = change.chapters {
        output.write(", " + Phrases.count(chapters, "chapter"))
      }
    }
    var ref = change.work.id
    // The number of a chapter that is gone may be that of another by now.
    if let chapter = change.chapter, [.came, .changed].contains(change.kind) {
      ref += ":\(chapter.number)"
    }
    output.write("  " + style.paint(ref, .dim) + "\n")
  }

  package mutating func finish(to output: inout some TextOutputStream) {}

  /// `2024-05-01 12:30:00 UTC`.
  private static func text(of time: Int) -> String {
    let text = UTCTime.text(seconds: time)
    return text.dropLast().split(separator: "T").joined(separator: " ") + " UTC"
  }
}
