/// A work as a browser saves it from fanfiction.net, a page a chapter.
struct FanFictionNetSample {
  private let work: SampleWork

  init(_ work: SampleWork) {
    self.work = work
  }

  /// The page of a chapter.
  func page(_ index: Int) -> String {
    let chapter = work.chapters[index]
    let options = work.chapters.enumerated().map { other, chapter in
      "<option value=\(other + 1)\(other == index ? " selected" : "")>\(other + 1). "
        + SampleMarkup.escaped(chapter.title)
    }
    let text = SampleMarkup.paragraphs(chapter).replacing("\n", with: "")
    return """
      <html><head><link rel="canonical" href="//www.fanfiction.net/s/\(work.number)/\(index + 1)/T"></head>
      <body><div id=pre_story_links><a href='/book/'>Books</a><a href="/x/">\
      \(SampleMarkup.escaped(work.fandom))</a></div>
      <div id=profile_top><b class='xcontrast_txt'>\(SampleMarkup.escaped(work.title))</b> By:
      <a href='/u/1/x'>\(SampleMarkup.escaped(work.author))</a>
      <div class='xcontrast_txt'>\(SampleMarkup.escaped(work.summary))</div>
      <span class='xgray xcontrast_txt'>Rated: <a>Fiction  T</a> - English - Adventure - \
      [\(work.characters.joined(separator: ", "))] - Chapters: \(work.chapters.count) - Words: \
      \(work.words) - Published: <span data-xutime='1309435200'>6/30/2011</span>\
      \(work.isComplete ? " - Status: Complete" : "") - id: \(work.number) </span></div>
      <SELECT id=chap_select>\(options.joined())</select>
      <div class='storytext' id='storytext'>\(text)</div></body></html>
      """
  }
}
