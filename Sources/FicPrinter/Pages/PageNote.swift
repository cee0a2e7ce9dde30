import FicModel
import FicWire

/// What is said below the hits, with links where a terminal has commands.
struct PageNote {
  let note: AnswerNote

  var fields: PageFields {
    var fields: PageFields = ["within": note.isWithin, "text": SafeText.visible(note.text)]
    if !note.lead.isEmpty { fields["lead"] = SafeText.visible(note.lead) }
    switch note.follow {
    case .search(let asked): fields["links"] = [link("show", PagePath.search(asked))]
    case .works(let asked): fields["links"] = [link("show", PagePath.shelf(asked))]
    case .work(let work): fields["links"] = [link("open", PagePath.work(work.id))]
    case .queries(let queries):
      fields["links"] = queries.map { link($0, PagePath.search($0)) }
    case .command(let words): fields["command"] = SafeText.visible("ficsearch \(words.text)")
    case nil: break
    }
    return fields
  }

  private func link(_ name: String, _ path: String) -> PageFields {
    ["name": SafeText.visible(name), "href": path]
  }
}
