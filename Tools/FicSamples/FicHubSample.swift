/// A work as FicHub exports it: an introduction, pages with their titles twice.
struct FicHubSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  /// The book's parts.
  var book: [SampleFile.Part] {
    let introduction = """
      <h1>\(SampleMarkup.escaped(work.title))</h1><p><b>By:</b> \(SampleMarkup.escaped(work.author))</p>
      <p><b>Status:</b> \(work.isComplete ? "complete" : "ongoing")</p>
      <p><b>Published:</b> 2012-04-28</p><p><b>Words:</b> \(work.words)</p>
      <p><b>Chapters:</b> \(work.chapters.count)</p><p>Rated: Fiction T - Language: English</p>
      <p>Original source: <a href="https://example.org/s/\(work.number)">\
      https://example.org/s/\(work.number)</a></p>
      <p>Exported with the assistance of FicHub.net</p>
      """
    var pages: [SampleBook.Page] = [
      ("introduction.xhtml", "Introduction", SampleMarkup.page(work.title, introduction))
    ]
    for (index, chapter) in work.chapters.enumerated() {
      let title = SampleMarkup.escaped(chapter.title)
      pages.append(
        (
          "chap_\(index + 1).xhtml", chapter.title,
          SampleMarkup.page(
            chapter.title,
            "<h2>\(title)</h2><h2>\(title)</h2>\(SampleMarkup.paragraphs(chapter))"
          )
        )
      )
    }
    return SampleBook(work, pages: pages).parts
  }
}
