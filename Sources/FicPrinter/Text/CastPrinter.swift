import FicModel

/// Prints the casts of works, the most talkative first.
struct CastPrinter {
  let style: PrintStyle

  func print(_ members: [CastEntry], to output: inout some TextOutputStream) {
    for (index, group) in members.byWork.enumerated() {
      guard let work = group.first?.work else { continue }
      if index > 0 { output.write("\n") }
      output.write(style.paint(SafeText.visible(work.title), .title) + "\n")
      for member in group { write(member, to: &output) }
    }
    if members.isEmpty { output.write(style.paint("Nobody found.", .dim) + "\n") }
  }

  private func write(_ member: CastEntry, to output: inout some TextOutputStream) {
    let head = NameLine(indent: 2, style: style, role: .speaker)
    output.write(head.lines(member.name, aliases: member.aliases))
    let chapters =
      member.first == member.last
      ? "chapter \(member.first)" : "chapters \(member.first)–\(member.last)"
    var facts = [
      Phrases.count(member.lines, "line"), Phrases.count(member.scenes, "scene"), chapters,
    ]
    if !member.talksWith.isEmpty {
      let partners = member.talksWith.map { "\(SafeText.visible($0.name)) (\($0.lines))" }
      facts.append("talks with \(Phrases.list(partners, limit: 4))")
    }
    output.write(TextFlow(indent: 4, style: style).lines(of: facts.joined(separator: " · ")))
  }
}

extension [CastEntry] {
  /// The members of each work, the works in the order in which they come.
  var byWork: [[CastEntry]] {
    var order: [String] = []
    var groups: [String: [CastEntry]] = [:]
    for member in self {
      if groups[member.work.id] == nil { order.append(member.work.id) }
      groups[member.work.id, default: []].append(member)
    }
    return order.compactMap { groups[$0] }
  }
}
