import FicModel

/// A work, as it stands in a list on a page.
struct PageEntry {
  let entry: WorkEntry

  /// Whether it is said when it came.
  var showsAdded = false

  var fields: PageFields {
    let words = WorkWords(entry, showsAdded: showsAdded)
    var fields: PageFields = [
      "id": entry.work.id, "href": PagePath.work(entry.work.id),
      "title": SafeText.visible(entry.work.title), "chapterCount": String(entry.chapters),
      "facts": SafeText.visible((words.series + words.figures).joined(separator: " · ")),
    ]
    if !entry.work.authors.isEmpty {
      fields["by"] = SafeText.visible(Phrases.list(entry.work.authors, limit: 3))
    }
    if !words.subjects.isEmpty {
      fields["ships"] = SafeText.visible(words.subjects.joined(separator: " · "))
    }
    if !entry.facts.tags.isEmpty {
      fields["tags"] = SafeText.visible(Phrases.list(entry.facts.tags, limit: 12))
    }
    if let summary = entry.facts.summary { fields["summary"] = SafeText.visible(summary) }
    return fields
  }
}
