import FicModel

/// Prints casts as a grid: a row a member, a column a chapter, in it how many lines they speak.
struct CastGridPrinter {
  /// Columns before the first chapter: a name is cut to them.
  private static let mostName = 24

  let style: PrintStyle

  func print(_ members: [CastEntry], to output: inout some TextOutputStream) {
    for (index, group) in members.byWork.enumerated() {
      guard let work = group.first?.work else { continue }
      if index > 0 { output.write("\n") }
      output.write(style.paint(SafeText.visible(work.title), .title) + "\n")
      print(work: group, to: &output)
    }
    if members.isEmpty { output.write(style.paint("Nobody found.", .dim) + "\n") }
  }

  /// A grid that is too wide goes on below itself, so many chapters at a time as fit.
  private func print(work members: [CastEntry], to output: inout some TextOutputStream) {
    let last = members.map { max($0.chaptersOfWork, $0.last) }.max() ?? 0
    guard last > 0 else { return }
    let names = members.map { Self.cut(SafeText.visible($0.name)) }
    let width = names.map(DisplayWidth.columns).max() ?? 0
    let most = members.flatMap { $0.appearances.map(\.lines) }.max() ?? 0
    let cell = max("\(last)".utf8.count, "\(most)".utf8.count) + 1
    let fitting = max(1, (style.width - width - 1) / cell)
    for start in stride(from: 1, through: last, by: fitting) {
      let chapters = start...min(last, start + fitting - 1)
      if start > 1 { output.write("\n") }
      let numbers = chapters.map { Self.right("\($0)", cell) }.joined()
      output.write(style.paint(Self.left("", width) + numbers, .dim) + "\n")
      for (member, name) in zip(members, names) {
        let lines = Dictionary(
          member.appearances.map { ($0.chapter, $0.lines) },
          uniquingKeysWith: +
        )
        let cells = chapters.map { chapter in
          // Somebody who is there and says nothing has a point.
          Self.right(lines[chapter].map { $0 > 0 ? "\($0)" : "·" } ?? "", cell)
        }.joined()
        let row = Self.trimmed(Self.left("", width - DisplayWidth.columns(of: name)) + cells)
        output.write(style.paint(name, .speaker) + row + "\n")
      }
    }
    let facts = zip(members, names).compactMap { member, name in
      Self.absence(of: member, last: last).map { "\(name): \($0)" }
    }
    for fact in facts {
      output.write(TextFlow(indent: 2, style: style, role: .dim).lines(of: fact))
    }
  }

  /// Since when somebody says nothing, and where they do not appear at all; nil where neither is to
  /// be said.
  static func absence(of member: CastEntry, last: Int) -> String? {
    var facts: [String] = []
    if let spoken = member.lastSpoken, spoken < last {
      facts.append("silent since chapter \(spoken)")
    }
    let gaps = member.gaps.map { gap in
      gap.count == 1 ? "\(gap.lowerBound)" : "\(gap.lowerBound)–\(gap.upperBound)"
    }
    if !gaps.isEmpty { facts.append("absent in \(Phrases.list(gaps, limit: 12))") }
    return facts.isEmpty ? nil : facts.joined(separator: ", ")
  }

  private static func cut(_ name: String) -> String {
    DisplayWidth.columns(of: name) <= mostName
      ? name : ConcordancePrinter.head(name, columns: mostName - 1) + "…"
  }

  private static func left(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
  }

  private static func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text))) + text
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
