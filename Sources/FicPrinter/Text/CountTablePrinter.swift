import FicModel

/// Prints how many matches stand where, a line a part, with figures that can be compared.
struct CountTablePrinter {
  let style: PrintStyle

  func print(_ table: CountTable, to output: inout some TextOutputStream) {
    let frame = CountFrame(style: style, begin: table.begin)
    frame.writeHead(to: &output)
    // Where all lies in one work, its title stands above.
    let works = Set(table.groups.map { $0.work?.id })
    let only = table.by != .work && works.count == 1 ? table.groups.first?.work : nil
    if let only {
      output.write(style.paint(SafeText.visible(only.title), .title) + "\n")
    }
    if !table.groups.isEmpty {
      let rows = table.groups.map { group in
        [
          Phrases.grouped(group.totals.matches), CountFrame.decimal(group.perTenThousand),
          Phrases.grouped(group.words), Self.name(of: group, showsWork: only == nil),
        ]
      }
      let heads = ["matches", "per 10,000", "words", table.by.rawValue]
      output.write(TextTable(heads: heads, rows: rows, style: style).text + "\n")
    }
    output.write(TextFlow(indent: 0, style: style, role: .dim).lines(of: total(table)))
    if let copies = table.copies {
      let works = Phrases.count(copies.works, "copy", "copies")
      output.write("\(works) of these works not counted: ask with --all-copies\n")
    }
    frame.writeFoot(more: table.more, "part", cuts: table.cuts, to: &output)
  }

  private func total(_ table: CountTable) -> String {
    let totals = table.totals
    guard totals.matches > 0 else { return "Nothing found." }
    let rate = CountFrame.decimal(totals.perTenThousand(of: table.words))
    return "\(Phrases.totals(totals)), \(rate) in 10,000 of \(Phrases.count(table.words, "word"))"
  }

  private static func name(of group: CountGroup, showsWork: Bool) -> String {
    let title = group.work.map { showsWork ? " · \($0.title)" : "" } ?? ""
    switch group.by {
    case .work: return "\(group.name)  \(group.work?.id ?? "")"
    case .chapter: return "\(group.name)\(title)  \(group.ref ?? "")"
    case .scene:
      let scene = group.scene.map { "scene \($0), " } ?? ""
      return "\(scene)\(group.name)\(title)  \(group.ref ?? "")"
    case .speaker, .addressee: return group.name + title
    case .zone, .author, .fandom, .year: return group.name
    }
  }
}
