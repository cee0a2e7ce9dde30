/// A work as the Archive of Our Own has it: a saved page, a download, the book that Calibre makes
/// of it.
struct ArchiveSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  private var address: String { "https://archiveofourown.org/works/\(work.number + 1000)" }

  private func link(_ text: String) -> String {
    "<a href=\"https://archiveofourown.org/tags/x\">\(SampleMarkup.escaped(text))</a>"
  }

  private func escaped(_ text: String) -> String { SampleMarkup.escaped(text) }

  private var counts: String {
    "\(work.chapters.count)/\(work.isComplete ? "\(work.chapters.count)" : "?")"
  }

  // MARK: Download

  private var preface: String {
    let series = work.series.map { "<dt>Series:</dt><dd>Part \($0.part) of \(link($0.name))</dd>" }
    let date = work.isComplete ? "Completed" : "Updated"
    return """
      <div id="preface"><h2 class="toc-heading">Preface</h2>
      <p class="message"><b>\(escaped(work.title))</b><br/>
      Posted originally on the <a href="https://archiveofourown.org/">Archive of Our Own</a> at
      <a href="\(address)">\(address)</a>.</p>
      <div class="meta"><dl class="tags">
      <dt>Rating:</dt><dd>\(link(work.rating))</dd>
      <dt>Archive Warning:</dt><dd>\(link("No Archive Warnings Apply"))</dd>
      <dt>Fandom:</dt><dd>\(link(work.fandom))</dd>
      <dt>Relationship:</dt><dd>\(link(work.characters.joined(separator: "/")))</dd>
      <dt>Characters:</dt><dd>\(work.characters.map(link).joined(separator: ", "))</dd>
      <dt>Additional Tags:</dt><dd>\(work.tags.map(link).joined(separator: ", "))</dd>
      <dt>Language:</dt><dd>English</dd>\(series ?? "")
      <dt>Stats:</dt><dd>Published: 2020-01-02 \(date): 2020-02-03 Words: \(work.words) Chapters: \
      \(counts)</dd></dl>
      <h1>\(escaped(work.title))</h1>
      <div class="byline">by <a rel="author" href="https://archiveofourown.org/users/x">\
      \(escaped(work.author))</a></div>
      <p>Summary</p><blockquote class="userstuff"><p>\(escaped(work.summary))</p></blockquote>
      </div></div>
      """
  }

  private func chapter(_ index: Int) -> String {
    let chapter = work.chapters[index]
    return """
      <div class="meta group"><h2 class="heading">Chapter \(index + 1): \(escaped(chapter.title))</h2>
      <p>Chapter Notes</p><blockquote class="userstuff"><p>Thank you for "waiting".</p></blockquote>
      </div><!--chapter content--><div class="userstuff">\(SampleMarkup.paragraphs(chapter))</div>
      """
  }

  private static let afterword = """
    <div id="afterword"><h2 class="toc-heading">Afterword</h2>
    <p class="message">Please <a href="x">drop by the Archive and comment</a>!</p></div>
    """

  /// The download as HTML.
  var download: String {
    let chapters = work.chapters.indices.map(chapter).joined()
    return SampleMarkup.page(
      "\(work.title) - \(work.author) - \(work.fandom)",
      "\(preface)<div id=\"chapters\" class=\"userstuff\">\(chapters)</div>\(Self.afterword)"
    )
  }

  /// The download as a book: the preface, then files that begin in the middle of chapters.
  var book: [SampleFile.Part] {
    func page(_ body: String) -> String {
      SampleMarkup.page(
        work.title,
        body.replacing("class=\"userstuff\"", with: "class=\"userstuff1\"")
      )
    }
    var pages: [SampleBook.Page] = [("split_000.xhtml", "Preface", page(preface))]
    for index in work.chapters.indices {
      let body = chapter(index)
      let paragraphs = body.split(separator: "\n", omittingEmptySubsequences: false)
      // The last paragraph of a chapter stands in the next file, as a cut by size has it.
      let cut = max(1, paragraphs.count - 2)
      let head = paragraphs[..<cut].joined(separator: "\n")
      let tail = paragraphs[cut...].joined(separator: "\n")
      let isLong = cut < paragraphs.count && head.contains("<div class=\"userstuff\">")
      let open = "<div id=\"chapters\" class=\"userstuff\">"
      let close = isLong ? "</div></div>" : "</div>"
      pages.append(
        (
          "split_\(2 * index + 1).xhtml", "Chapter \(index + 1): \(work.chapters[index].title)",
          page(open + (isLong ? head : body) + close)
        )
      )
      if isLong {
        pages.append(
          (
            "split_\(2 * index + 2).xhtml", nil,
            page(open + "<div class=\"userstuff\">" + tail + "</div>")
          )
        )
      }
    }
    pages.append(("split_last.xhtml", "Afterword", page(Self.afterword)))
    return SampleBook(
      work,
      pages: pages,
      facts: "<dc:publisher>Archive of Our Own</dc:publisher><dc:subject>Fanworks</dc:subject>"
    ).parts
  }

  // MARK: Saved page

  /// The page of the whole work.
  var page: String {
    func row(_ name: String, _ values: [String]) -> String {
      "<dt class=\"\(name) tags\">\(name.titled):</dt><dd class=\"\(name) tags\">"
        + "<ul class=\"commas\">\(values.map { "<li>\(link($0))</li>" }.joined())</ul></dd>"
    }
    let series = work.series.map {
      "<dt class=\"series\">Series:</dt><dd class=\"series\"><span class=\"series\"><span "
        + "class=\"position\">Part \($0.part) of \(link($0.name))</span><a class=\"previous\" "
        + "href=\"/works/5\">← Previous Work</a></span></dd>"
    }
    let chapters = work.chapters.enumerated().map { index, chapter in
      """
      <div class="chapter" id="chapter-\(index + 1)"><div class="chapter preface group" role="complementary">
      <h3 class="title"><a href="/works/\(work.number + 1000)/chapters/\(index + 1)">Chapter \
      \(index + 1)</a>: \(escaped(chapter.title))</h3>
      <div id="notes" class="notes module"><h3 class="heading">Notes:</h3>
      <blockquote class="userstuff"><p>Thank you for "waiting".</p></blockquote></div></div>
      <div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3>
      \(SampleMarkup.paragraphs(chapter))</div></div>
      """
    }
    return """
      <!DOCTYPE html><html lang="en"><head><title>\(escaped(work.title)) | Archive of Our Own</title></head>
      <body><div id="outer"><ul class="primary navigation"><li><a href="/media">Fandoms</a></li></ul>
      <div id="main" class="works-show region"><ul class="work navigation actions">
      <li class="chapter entire"><a href="/works/\(work.number + 1000)?view_full_work=true">Entire Work</a>
      </li></ul><div class="wrapper"><dl class="work meta group">
      \(row("rating", [work.rating]))\(row("fandom", [work.fandom]))
      \(row("relationship", [work.characters.joined(separator: "/")]))
      \(row("character", work.characters))\(row("freeform", work.tags))
      <dt class="language">Language:</dt><dd class="language">English</dd>\(series ?? "")
      <dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="published">Published:</dt>
      <dd class="published">2020-01-02</dd><dt class="status">\
      \(work.isComplete ? "Completed" : "Updated"):</dt><dd class="status">2020-02-03</dd>
      <dt class="words">Words:</dt><dd class="words">\(work.words)</dd><dt class="chapters">Chapters:</dt>
      <dd class="chapters">\(counts)</dd></dl></dd></dl></div>
      <div id="workskin"><div class="preface group"><h2 class="title heading">\(escaped(work.title))</h2>
      <h3 class="byline heading"><a rel="author" href="/users/x">\(escaped(work.author))</a></h3>
      <div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff">
      <p>\(escaped(work.summary))</p></blockquote></div></div>
      <div id="chapters" role="article">\(chapters.joined())</div></div>
      <div id="feedback" class="feedback"><h3>Comments</h3><ol class="thread"><li class="comment">
      <blockquote class="userstuff"><p>“I loved it,” said nobody else.</p></blockquote></li></ol></div>
      </div></div></body></html>
      """
  }
}
