package import FicModel
import FicWire

/// All that is known of a work, and what stands in it.
package struct WorkPage {
  private let entry: WorkEntry
  private let upto: Int?

  /// Takes a work with its contents, and the last chapter of which anything may show.
  package init(_ entry: WorkEntry, upto: Int? = nil) {
    self.entry = entry
    self.upto = upto
  }

  /// The page.
  package var html: String {
    let work = entry.work
    var fields = PageEntry(entry: entry).fields
    let words = WorkWords(entry)
    fields["workTitle"] = SafeText.visible(work.title)
    fields["facts"] = SafeText.visible(
      (words.subjects + words.series + words.figures).joined(separator: " · ")
    )
    fields["castHref"] = PagePath.cast(work: work.id, upto: upto)
    let contents = entry.contents.filter { part in upto.map { part.chapter.number <= $0 } ?? true }
    fields["readHref"] = contents.first.map { PagePath.read($0.ref, upto: upto) } ?? "#contents"
    if let upto { fields["lock"] = String(upto) }
    if entry.copies > 0 {
      fields["copiesHref"] = PagePath.shelf(
        WorksParameters(query: PagePath.quoted(work.title), copies: .all)
      )
      fields["copiesName"] = Phrases.count(entry.copies, "copy", "copies")
    }
    fields["hasChapters"] = !contents.isEmpty
    fields["contents"] = contents.map { part in
      [
        "number": String(part.chapter.number), "href": PagePath.read(part.ref, upto: upto),
        "heading": ChapterHeading.text(of: part.chapter),
        "words": Phrases.count(part.words, "word"),
      ] as PageFields
    }
    let known = MetadataLine.lines(of: entry.metadata)
    fields["hasMetadata"] = !known.isEmpty
    fields["metadata"] = known.map { line in
      [
        "key": SafeText.visible(line.key), "origin": line.origin,
        "values": SafeText.visible(line.values.joined(separator: "; ")),
      ] as PageFields
    }
    fields["files"] =
      [SafeText.visible(entry.path)] + SourceLines.lines(of: entry.sources, except: entry.path)
    return PageFrame(title: work.title, screen: .shelf, upto: upto).page("work", fields)
  }
}
