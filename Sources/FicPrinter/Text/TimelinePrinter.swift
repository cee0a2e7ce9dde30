import FicModel

/// Prints where members of casts appear: from where to where, how often, and where not.
struct TimelinePrinter {
  let style: PrintStyle

  func print(_ members: [CastEntry], to output: inout some TextOutputStream) {
    for (index, group) in members.byWork.enumerated() {
      guard let work = group.first?.work else { continue }
      if index > 0 { output.write("\n") }
      output.write(style.paint(SafeText.visible(work.title), .title) + "\n")
      for member in group { print(member: member, to: &output) }
    }
    if members.isEmpty { output.write(style.paint("Nobody found.", .dim) + "\n") }
  }

  private func print(member: CastEntry, to output: inout some TextOutputStream) {
    let last = max(member.chaptersOfWork, member.last)
    output.write("  " + style.paint(SafeText.visible(member.name), .speaker) + "\n")
    let from =
      member.first == member.last
      ? "chapter \(member.first)" : "chapters \(member.first)–\(member.last)"
    var facts = [
      "\(from) of \(last)", "in \(Phrases.count(member.chapters, "chapter"))",
      Phrases.count(member.lines, "line"),
    ]
    if let absence = CastGridPrinter.absence(of: member, last: last) { facts.append(absence) }
    output.write(TextFlow(indent: 4, style: style).lines(of: facts.joined(separator: " · ")))
    for own in member.appearances {
      let speaks = own.lines > 0 ? Phrases.count(own.lines, "line") : "named only"
      let scenes = Phrases.count(own.scenes, "scene")
      output.write("      chapter \(own.chapter): \(speaks) in \(scenes)\n")
    }
  }
}
