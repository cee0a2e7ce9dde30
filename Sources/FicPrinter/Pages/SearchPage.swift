package import FicModel
package import FicWire

/// The answer to a search: lines below their works, chapters and scenes, and what leads on.
package struct SearchPage {
  private let parameters: SearchParameters
  private var answer = GatheredAnswer()

  /// Takes the records of an answer, and what was asked.
  package init(_ records: [SearchRecord], _ parameters: SearchParameters) {
    self.parameters = parameters
    for record in records { answer.add(record) }
  }

  /// The page.
  package var html: String {
    var fields = PageOptions(parameters).fields
    fields["heading"] = "Lines for \(SafeText.visible(parameters.query))"
    if let reading = answer.begin?.readAs {
      fields["readAs"] = SafeText.visible(reading)
      fields["readAsHref"] = link { $0.query = reading }
    }
    if let upto = parameters.upto {
      fields["lock"] = String(upto)
      fields["unlock"] = link { $0.upto = nil }
    }
    fields["cards"] = answer.cards.map(fields(of:))
    fields["works"] = works
    fields["countHref"] = CountPage.path(parameters, .parts)
    fields["concordanceHref"] = CountPage.path(parameters, .concordance)
    if let begin = answer.begin, !begin.complete {
      fields["missing"] = SafeText.visible(begin.missing ?? "The index is not complete yet.")
    }
    if let end = answer.end { add(end, to: &fields) }
    let frame = PageFrame(
      title: parameters.query,
      screen: .search,
      query: parameters.query,
      upto: parameters.upto
    )
    return frame.page("search", fields)
  }

  private func add(_ end: SearchEnd, to fields: inout PageFields) {
    fields["found"] = Phrases.found(end, shown: answer.hits.count - answer.closest)
    fields["closestOnly"] = !answer.hits.isEmpty && end.totals.matches == 0
    fields["notes"] = AnswerNotes(end, parameters).all.map { PageNote(note: $0).fields }
    if let cursor = end.cursor {
      var next = parameters
      next.cursor = cursor
      fields["next"] = PagePath.search(next)
    }
    if end.totals.matches > 0 {
      var asked = parameters
      asked.cursor = nil
      fields["facetsHref"] = APIPath.target(PagePath.facets, asked.items)
    }
  }

  private func fields(of card: CharacterCard) -> PageFields {
    let only = card.works.count == 1 ? card.works[0] : nil
    let upto = parameters.upto
    var fields: PageFields = [
      "person": SafeText.visible(card.name),
      "cardHref": PagePath.cast(work: only?.id, name: card.name, upto: upto),
      "cardFacts":
        "\(Phrases.count(card.lines, "line")) · \(Phrases.count(card.scenes, "scene"))",
      "cardWorks": card.works.prefix(6).map { work in
        ["href": PagePath.work(work.id, upto: upto), "title": SafeText.visible(work.title)]
          as PageFields
      },
      "hasPartners": !card.talksWith.isEmpty,
      "partners": card.talksWith.prefix(8).map { partner in
        let (from, to) = (PagePath.quoted(card.name), PagePath.quoted(partner.name))
        return [
          "href": PagePath.search("from:\(from) to:\(to)", upto: upto),
          "partner": SafeText.visible(partner.name), "lines": Phrases.grouped(partner.lines),
        ] as PageFields
      },
    ]
    if !card.aliases.isEmpty {
      fields["aliases"] = Phrases.list(card.aliases.map(SafeText.visible), limit: 8)
    }
    return fields
  }

  // MARK: Lines

  /// The hits below their works; those that stand side by side have one heading.
  private var works: [PageFields] {
    answer.hits.runs { $0.work.id == $1.work.id }.map { hits in
      let work = hits[0].work
      var fields: PageFields = [
        "workHref": PagePath.work(work.id, upto: parameters.upto),
        "workTitle": SafeText.visible(work.title),
        "chapters": hits.runs { $0.chapter.number == $1.chapter.number }.map(chapter),
      ]
      if !work.authors.isEmpty {
        fields["by"] = SafeText.visible(Phrases.list(work.authors, limit: 3))
      }
      if let totals = answer.end?.works.first(where: { $0.id == work.id }) {
        fields["figures"] = Phrases.figures(of: totals)
      }
      return fields
    }
  }

  private func chapter(_ hits: [Hit]) -> PageFields {
    [
      "chapterHeading": ChapterHeading.text(of: hits[0].chapter),
      "scenes": hits.runs { $0.scene == $1.scene && $0.zone == $1.zone }.map(scene),
    ]
  }

  /// The best line of a scene, and the others folded below it.
  private func scene(_ hits: [Hit]) -> PageFields {
    let best = hits.indices.max { hits[$0].score < hits[$1].score } ?? 0
    let others = hits.indices.filter { $0 != best }.map { hits[$0] }
    let place = hits[0].scene.map { "scene \($0)" } ?? TextPrinter.name(of: hits[0].zone)
    return [
      "place": place, "best": [PageLine(hit: hits[best], parameters: parameters).fields],
      "hasMore": !others.isEmpty,
      "more": Phrases.count(others.count, "more line") + " of this scene",
      "others": others.map { PageLine(hit: $0, parameters: parameters).fields },
    ]
  }

  private func link(_ change: (inout SearchParameters) -> Void) -> String {
    var asked = parameters
    asked.cursor = nil
    change(&asked)
    return PagePath.search(asked)
  }
}

extension Array {
  /// Its elements in runs: those side by side of which `isSame` holds stand together.
  fileprivate func runs(_ isSame: (Element, Element) -> Bool) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, isSame(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
