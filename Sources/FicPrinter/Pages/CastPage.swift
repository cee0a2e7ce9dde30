package import FicModel
package import FicWire

/// Who is in a work: names, figures, in which chapters, who talks to whom.
package struct CastPage {
  private let works: [[CastEntry]]
  private let isCut: Bool
  private let parameters: CastParameters

  /// Takes members of casts, whether there are more, and what was asked.
  package init(_ members: [CastEntry], isCut: Bool, _ parameters: CastParameters) {
    works = members.byWork
    self.isCut = isCut
    self.parameters = parameters
  }

  /// The page.
  package var html: String {
    let people = Phrases.count(works.reduce(0) { $0 + $1.count }, "person", "people")
    let heading =
      parameters.work.isEmpty ? "People" : "People of \(works.first?[0].work.title ?? "")"
    var fields: PageFields = [
      "heading": SafeText.visible(heading), "nameAsked": parameters.name,
      "found": works.isEmpty ? "Nobody found." : isCut ? "\(people), and more" : people,
      "works": works.map(fields(of:)),
    ]
    if !parameters.work.isEmpty { fields["workId"] = parameters.work }
    let frame = PageFrame(title: heading, screen: .cast, upto: parameters.upto)
    return frame.page("cast", fields)
  }

  private func fields(of members: [CastEntry]) -> PageFields {
    guard let work = members.first?.work else { return [:] }
    let last = members.map { max($0.chaptersOfWork, $0.last) }.max() ?? 0
    var fields: PageFields = [
      "workHref": PagePath.work(work.id, upto: parameters.upto),
      "workTitle": SafeText.visible(work.title),
      "castHref": PagePath.cast(work: work.id, upto: parameters.upto),
      "isOne": !parameters.work.isEmpty, "members": members.map { member($0, last: last) },
    ]
    guard !parameters.work.isEmpty else { return fields }
    fields["workId"] = work.id
    if let network = CastNetwork(members, upto: parameters.upto)?.svg {
      fields["network"] = network
    }
    if last > 1 {
      fields["hasGrid"] = true
      fields["chapters"] = (1...last).map(String.init)
      fields["rows"] = members.map { row($0, last: last) }
    }
    fields["graphs"] = [CastParameters.View.gexf, .graphml, .dot].map { view in
      var asked = parameters
      asked.view = view
      return ["name": view.rawValue.uppercased(), "href": asked.target] as PageFields
    }
    return fields
  }

  private func member(_ member: CastEntry, last: Int) -> PageFields {
    let span =
      member.first == member.last
      ? "\(member.first) of \(last)"
      : "\(member.first)–\(member.last), in \(member.chapters) of \(last)"
    let lines = PagePath.lines(of: member.name, in: member.work.id, upto: parameters.upto)
    let name = PagePath.quoted(member.name)
    var fields: PageFields = [
      "name": SafeText.visible(member.name), "linesHref": lines,
      "lines": Phrases.grouped(member.lines), "scenes": Phrases.grouped(member.scenes),
      "span": span, "narrator": member.isNarrator,
      "firstHref": PagePath.search(
        "with:\(name) work:\(member.work.id) chapter:\(member.first)",
        upto: parameters.upto
      ),
      "partners": Phrases.list(
        member.talksWith.map { "\(SafeText.visible($0.name)) \($0.lines)" },
        limit: 6
      ),
    ]
    if !member.aliases.isEmpty {
      fields["aliases"] = Phrases.list(member.aliases.map(SafeText.visible), limit: 8)
    }
    if let absence = CastGridPrinter.absence(of: member, last: last) { fields["absence"] = absence }
    return fields
  }

  private func row(_ member: CastEntry, last: Int) -> PageFields {
    let lines = Dictionary(
      member.appearances.map { ($0.chapter, $0.lines) },
      uniquingKeysWith: +
    )
    let most = max(1, lines.values.max() ?? 1)
    return [
      "name": SafeText.visible(member.name),
      "cells": (1...last).map { chapter in
        // Somebody who is there and says nothing has a point.
        guard let own = lines[chapter] else { return ["cell": ""] as PageFields }
        var cell: PageFields = ["cell": own > 0 ? String(own) : "·"]
        if own > 0 { cell["heat"] = String(1 + own * 3 / most) }
        return cell
      },
    ]
  }
}
