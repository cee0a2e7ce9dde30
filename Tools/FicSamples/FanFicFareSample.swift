/// A work as FanFicFare writes it: TXT, HTML, EPUB.
struct FanFicFareSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  private var address: String { "https://www.fanfiction.net/s/\(work.number + 1000)/1/" }

  private var labels: [(String, String)] {
    var labels: [(String, String)] = []
    if let series = work.series { labels.append(("Series", "\(series.name) [\(series.part)]")) }
    labels += [
      ("Category", work.fandom), ("Language", "English"),
      ("Characters", work.characters.joined(separator: ", ")),
      ("Relationships", work.characters.joined(separator: "/")),
      ("Status", work.isComplete ? "Completed" : "In-Progress"), ("Published", "2012-04-28"),
      ("Updated", "2013-03-21"), ("Packaged", "2024-01-02 10:11:12"), ("Rating", "T"),
      ("Chapters", "\(work.chapters.count)"), ("Words", "\(work.words)"),
      ("Publisher", "www.fanfiction.net"), ("Story URL", address),
      ("Author URL", "https://www.fanfiction.net/u/1"), ("Summary", work.summary),
    ]
    return labels
  }

  private func heading(_ index: Int) -> String { "\(index + 1). \(work.chapters[index].title)" }

  /// The text, with the writer's line ends.
  var text: String {
    var text = "\n\n\n\(work.title)\n\nby \(work.author)\n\n\n\n"
    for (label, value) in labels { text += "\(label): \(value)\n" }
    text += "\n\n\n\n\n"
    if work.chapters.count > 1 {
      text += "TABLE OF CONTENTS\n\n"
      for index in work.chapters.indices { text += "\n\(heading(index))\n" }
      text += "\n\n"
    }
    for (index, chapter) in work.chapters.enumerated() {
      text += "\n\t\(heading(index))\n\n\(SampleMarkup.plain(chapter))\n\n"
    }
    return (text + "\n\nEnd file.\n").replacing("\n", with: "\r\n")
  }

  /// The page.
  var page: String {
    let rows = labels.map {
      "<tr><td><b>\($0):</b></td><td>\(SampleMarkup.escaped($1))</td></tr>"
    }
    let contents = work.chapters.indices.map {
      "<a href=\"#section000\($0 + 1)\">\(SampleMarkup.escaped(heading($0)))</a><br />"
    }
    let chapters = work.chapters.enumerated().map { index, chapter in
      "<a name=\"section000\(index + 1)\"><h2>\(SampleMarkup.escaped(heading(index)))</h2></a>\n"
        + "<div>\(SampleMarkup.paragraphs(chapter))</div>"
    }
    return SampleMarkup.page(
      "\(work.title) by \(work.author)",
      """
      <h1><a href="\(address)">\(SampleMarkup.escaped(work.title))</a> by <a class='authorlink' \
      href='https://www.fanfiction.net/u/1'>\(SampleMarkup.escaped(work.author))</a></h1>
      <table class="full">\(rows.joined())</table><a name="TOCTOP"><h2>Table of Contents</h2></a>
      <p>\(contents.joined())</p>\(chapters.joined())
      """
    )
  }

  /// The book's parts.
  var book: [SampleFile.Part] {
    let rows = labels.map { "<b>\($0):</b> \(SampleMarkup.escaped($1))<br />" }
    let title = """
      <h3><a href="\(address)">\(SampleMarkup.escaped(work.title))</a> by <a class="authorlink" \
      href="https://www.fanfiction.net/u/1">\(SampleMarkup.escaped(work.author))</a></h3>
      <div>\(rows.joined())</div>
      """
    var pages: [SampleBook.Page] = [
      (
        "OEBPS/title_page.xhtml", "Title Page",
        SampleMarkup.page(work.title, bodyClass: "fff_titlepage", title)
      )
    ]
    for (index, chapter) in work.chapters.enumerated() {
      let name = SampleMarkup.escaped(heading(index))
      let head =
        "<meta name=\"chapterurl\" content=\"\(address)\"/><meta name=\"chaptertitle\" content=\"\(name)\"/>"
      let body =
        "<h3 class=\"fff_chapter_title\">\(name)</h3><div>\(SampleMarkup.paragraphs(chapter))</div>"
      pages.append(
        (
          "OEBPS/file\(10_001 + index).xhtml", heading(index),
          SampleMarkup.page(heading(index), head: head, bodyClass: "fff_chapter", body)
        )
      )
    }
    return SampleBook(
      work,
      pages: pages,
      facts: "<dc:contributor>FanFicFare [https://github.com/JimmXinu/FanFicFare]</dc:contributor>"
        + "<dc:source>\(address)</dc:source><dc:subject>FanFiction</dc:subject>"
    ).parts
  }
}
