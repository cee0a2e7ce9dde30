import FicModel

/// How often something stands in each chapter of a work, drawn as columns.
struct DispersionStrip {
  /// The height of the tallest column, in units of the drawing.
  private static let height = 60.0

  let work: Dispersion

  var fields: PageFields {
    let rates = work.parts.map { part in
      part.words > 0 ? Double(part.matches) * 10_000 / Double(part.words) : 0
    }
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
    var facts = [
      Phrases.count(work.matches, "match", "matches"),
      "in \(work.range) of \(Phrases.count(work.parts.count, "chapter"))",
    ]
    if let value = work.juillandD { facts.append("Juilland's D \(value)") }
    if let value = work.deviationOfProportions {
      facts.append("deviation of proportions \(value)")
    }
    return [
      "workHref": PagePath.work(work.work.id), "workTitle": SafeText.visible(work.work.title),
      "width": Self.figure(width), "chapters": chapters, "facts": facts.joined(separator: " · "),
      "spoken": work.parts.map { "\($0.chapter.number): \($0.matches)" }.joined(separator: ", "),
    ]
  }

  private static func figure(_ value: Double) -> String {
    String((value * 10).rounded() / 10)
  }
}
