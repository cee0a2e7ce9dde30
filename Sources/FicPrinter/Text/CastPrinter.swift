package import FicModel

/// Prints the casts of works, the most talkative first.
package struct CastPrinter: HitPrinter {
  private let style: PrintStyle
  private var members: [CastEntry] = []

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    if case .member(let member) = record { members.append(member) }
  }

  package mutating func finish(to output: inout some TextOutputStream) {
    var order: [String] = []
    var groups: [String: [CastEntry]] = [:]
    for member in members {
      if groups[member.work.id] == nil { order.append(member.work.id) }
      groups[member.work.id, default: []].append(member)
    }
    for (index, id) in order.enumerated() {
      guard let group = groups[id], let work = group.first?.work else { continue }
      if index > 0 { output.write("\n") }
      output.write(style.paint(SafeText.visible(work.title), .title) + "\n")
      for member in group { write(member, to: &output) }
    }
  }

  private func write(_ member: CastEntry, to output: inout some TextOutputStream) {
    output.write("  " + style.paint(SafeText.visible(member.name), .speaker))
    if !member.aliases.isEmpty {
      let aliases = Phrases.list(member.aliases.map(SafeText.visible), limit: 5)
      output.write(style.paint("  also \(aliases)", .dim))
    }
    output.write("\n")
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
