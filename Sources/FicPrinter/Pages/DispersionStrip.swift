import FicModel

/// How often something stands in each chapter of a work, drawn as columns.
struct DispersionStrip {
  /// The height of the tallest column, in units of the drawing.
  private static let height = 60.0

  let work: Dispersion

  var fields: PageFields {
    let rates = work.parts.map(\.rate)
    let most = rates.max() ?? 0
    let words = max(1, work.words)
    // A column is as wide as its chapter is long.
    let width = 1000.0
    var x = 0.0
    var chapters: [PageFields] = []
    for (part, rate) in zip(work.parts, rates) {
      let own = Double(part.words) / Double(words) * width
      let height = most > 0 ? rate / most * Self.height : 0
      chapters.append([
        "href": PagePath.read(part.ref),
        "label": "\(ChapterHeading.text(of: part.chapter)): "
          + Phrases.count(part.matches, "match", "matches"),
        "x": Self.figure(x), "w": Self.figure(max(1, own - 1)),
        "y": Self.figure(Self.height - height), "h": Self.figure(height),
      ])
      x += own
    }
    return [
      "workHref": PagePath.work(work.work.id), "workTitle": SafeText.visible(work.work.title),
      "width": Self.figure(width), "chapters": chapters, "facts": work.figures,
      "spoken": work.parts.map { "\($0.chapter.number): \($0.matches)" }.joined(separator: ", "),
    ]
  }

  private static func figure(_ value: Double) -> String {
    String((value * 10).rounded() / 10)
  }
}
