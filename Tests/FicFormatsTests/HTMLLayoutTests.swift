import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct HTMLLayoutTests {
  private static let story = "<p>\"Run!\" said Ann.</p><p>He ran as far as the mill, and hid.</p>"

  private static let download = """
    <html><body><div id="preface"><h2 class="toc-heading">Preface</h2>
    <p class="message"><b>Mills</b><br/>Posted originally on the
    <a href="https://archiveofourown.org/">Archive of Our Own</a> at
    <a href="https://archiveofourown.org/works/9">https://archiveofourown.org/works/9</a>.</p>
    <div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a>Mature</a></dd>
    <dt>Archive Warnings:</dt><dd><a>Major Character Death</a>, <a>Other</a></dd>
    <dt>Categories:</dt><dd><a>F/M</a>, <a>Gen</a></dd><dt>Collections:</dt><dd><a>Yuletide</a></dd>
    <dt>Language:</dt><dd>Français</dd>
    <dt>Stats:</dt><dd>Published: 2020-01-02 Words: 1,234 Chapters: 1/1</dd></dl>
    <h1>Mills</h1><div class="byline">by <a rel="author" href="a">Ann</a>, <a rel="author" \
    href="b">Bo (for Cy)</a></div>
    <p>Notes</p><blockquote class="userstuff"><p>For "Cy".</p></blockquote></div></div>
    <div id="chapters" class="userstuff"><h2 class="toc-heading">Mills</h2>
    <p>"Run!" said Ann.</p><h3>~*~</h3><p>He ran as far as the mill, and hid.</p></div>
    <div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="meta" id="endnotes">
    <p>End Notes</p><blockquote class="userstuff"><p>Thanks, "all".</p></blockquote></div>
    <p class="message">Please <a>drop by</a>!</p></div></body></html>
    """

  @Test func `the Archive's download of one chapter`() throws {
    let page = try Rendering(html: Self.download)
    #expect(
      page.facts == [
        "title: Mills", "url: https://archiveofourown.org/works/9", "site: archiveofourown.org",
        "rating: Mature", "warning: Major Character Death", "warning: Other", "category: F/M",
        "category: Gen", "collections: Yuletide", "lang: Français", "published: 2020-01-02",
        "words: 1,234", "chapters: 1/1", "status: Completed", "author: Ann", "author: Bo (for Cy)",
        "author_url: a", "author_url: b", "notes: For \"Cy\".", "end_notes: Thanks, \"all\".",
      ]
    )
    #expect(page.chapters == ["Mills | \"Run!\" said Ann."])
    #expect(page.zones(.story).joined().contains("~*~ / He ran") == true)
    #expect(page.zones(.authorsNote).first == "Notes / For \"Cy\".")
    #expect(page.zones(.authorsNote).last?.contains("Thanks, \"all\".") == true)
  }

  @Test func `FanFicFare's page`() throws {
    let page = try Rendering(
      html: """
        <html><body><h1><a href="https://example.org/s/9">Mills</a> by
        <a class='authorlink' href='https://example.org/u/1'>Ann</a></h1>
        <table class="full"><tr><td><b>Category:</b></td><td>Rivers</td></tr>
        <tr><td><b>Series:</b></td><td>Water [1]</td></tr></table>
        <a name="TOCTOP"><h2>Table of Contents</h2></a><p><a href="#section0001">1. The Mill</a><br />
        <a href="#section0002">2. (new) Weir</a></p>
        <a name="section0001"><h2>1. The Mill</h2></a>\(Self.story)
        <a name="section0002"><h2>2. The Weir</h2></a><div>\(Self.story)</div></body></html>
        """
    )
    #expect(
      page.facts == [
        "title: Mills", "url: https://example.org/s/9", "author: Ann",
        "author_url: https://example.org/u/1", "fandom: Rivers", "series: Water", "part: 1",
      ]
    )
    #expect(
      page.chapters == ["1: The Mill | \"Run!\" said Ann.", "2: The Weir | \"Run!\" said Ann."]
    )
    #expect(page.zones(.heading) == ["1. The Mill", "2. The Weir"])
  }

  private func savedPage(_ line: String, list: String = "", links: String = "") -> String {
    """
    <html><head><link rel="canonical" href="//www.fanfiction.net/s/9/2/Mills"></head><body>
    <div id=pre_story_links><a href='/book/'>Books</a><a href="/x/">\(links)</a></div>
    <div id=profile_top><b class='xcontrast_txt'>Mills</b> By: <a href='/u/1/Ann'>Ann</a>
    <div class='xcontrast_txt'>They run.</div><span class='xgray xcontrast_txt'>\(line)</span></div>
    \(list)<div class='storytext' id='storytext'>\(Self.story)</div>
    <div>Follow us!</div></body></html>
    """
  }

  @Test func `a saved page of fanfiction.net is one chapter`() throws {
    let page = try Rendering(
      html: savedPage(
        "Rated: <a>Fiction  T</a> - English - Hurt/Comfort/Sci-Fi - [Ilse V., Tomas R.] OC - "
          + "Chapters: 3 - Words: 2,361 - Favs: 23 - Updated: <span data-xutime='1309435200'>6/30/2011"
          + "</span> - Status: Complete - id: 9 ",
        list:
          "<SELECT id=chap_select><option value=1>1. The Mill<option value=2 selected>2. The Weir"
          + "<option value=3>3. Home</select>",
        links: "Rivers + Weirs Crossover"
      )
    )
    #expect(
      page.facts == [
        "title: Mills", "author: Ann", "author_url: https://www.fanfiction.net/u/1/Ann",
        "summary: They run.", "rating: T", "lang: English", "genre: Hurt/Comfort", "genre: Sci-Fi",
        "ship: Ilse V./Tomas R.", "char: Ilse V.", "char: Tomas R.", "char: OC", "chapters: 3",
        "words: 2,361", "favs: 23", "updated: 2011-06-30", "id: 9", "status: Completed",
        "fandom: Rivers", "fandom: Weirs", "media: Books",
        "url: https://www.fanfiction.net/s/9/1/Mills", "site: www.fanfiction.net",
      ]
    )
    #expect(page.document.chapterTitle == ChapterTitle(printedNumber: "2", title: "The Weir"))
    #expect(page.chapters == ["2: The Weir | \"Run!\" said Ann."])
    #expect(!String(decoding: page.document.text, as: UTF8.self).contains("Follow us"))
  }

  @Test func `a page of fanfiction.net for phones, or an old one, tells by its title what it is`()
    throws
  {
    let phone = try Rendering(
      html: """
        <html><head><title>Mills Chapter 2: The Weir, a bleach fanfic | FanFiction</title></head><body>
        <div id=content><b>Mills</b> by <a href="/u/9/Ann">Ann</a><div>Rated: T, English,
        Mystery &amp; Suspense, Words: 2k+, Published: <span data-xutime="1335571200">4/28/2012</span></div></div>
        <div class=storycontent id=storycontent><p>He ran.</p></div></body></html>
        """
    )
    #expect(phone.document.metadata.title == "Mills" && phone.document.metadata.authors == ["Ann"])
    #expect(phone.document.metadata["fandom"] == "bleach")
    #expect(phone.document.metadata["rating"] == "T")
    #expect(phone.document.metadata.values(of: "genre") == ["Mystery", "Suspense"])
    #expect(phone.document.metadata["published"] == "2012-04-28")
    #expect(phone.chapters == ["2: The Weir | He ran."])
    let old = try Rendering(
      html: """
        <html><head><title>Mills, a Bleach fanfic - FanFiction.Net</title></head><body>
        <table><tr><td><b>Mills</b> <a href="/u/9/Ann">Ann</a></td></tr></table><div>Rated: T - English -
        Mystery - Chapters: 1 - Words: 200 - Updated: 03-21-09 - Published: 04-28-08 - id:4067258</div>
        <div id=storytext class=storytext><p>He ran.</p></div></body></html>
        """
    )
    #expect(
      old.facts == [
        "title: Mills", "fandom: Bleach", "author: Ann", "rating: T", "lang: English",
        "genre: Mystery", "chapters: 1", "words: 200", "updated: 03-21-09", "published: 04-28-08",
        "id: 4067258", "status: In-Progress",
      ]
    )
    #expect(old.chapters == [" | He ran."])
  }

  @Test func `the story of a saved page is found under either name, on one line or more`() throws {
    let page = savedPage("Rated: Fiction K - English - Words: 9 - id: 9")
    let mobile = page.replacing("class='storytext' id='storytext'", with: "id='storytextp'")
    #expect(try Rendering(html: mobile).chapters == [" | \"Run!\" said Ann."])
    let wrapped = page.replacing(Self.story, with: Self.story.replacing("</p>", with: "</p>\n"))
    #expect(try Rendering(html: wrapped).chapters == [" | \"Run!\" said Ann."])
  }

  @Test func `a saved page of the Archive with one chapter has no heading of it`() throws {
    let page = try Rendering(
      html: """
        <html><body><div id="main"><dl class="work meta group"><dt class="rating tags">Rating:</dt>
        <dd class="rating tags"><ul><li><a>Mature</a></li></ul></dd><dt class="stats">Stats:</dt><dd
        class="stats"><dl class="stats"><dt class="published">Published:</dt><dd class="published">2020-01-02
        </dd><dt class="words">Words:</dt><dd class="words">1,234</dd><dt class="chapters">Chapters:</dt>
        <dd class="chapters">1/1</dd><dt class="kudos">Kudos:</dt><dd class="kudos"><a href="k">7</a></dd>
        </dl></dd></dl><div id="workskin"><div class="preface group"><h2 class="title heading">Mills</h2>
        <h3 class="byline heading"><a rel="author" href="/users/ann">Ann</a></h3>
        <div class="notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>For "Cy".</p>
        </blockquote></div></div><div id="chapters" role="article"><h3 class="landmark heading">Work
        Text:</h3><div class="userstuff">\(Self.story)</div></div>
        <div class="afterword preface group"><div id="work_endnotes" class="end notes module"><h3>Notes:</h3>
        <blockquote class="userstuff"><p>Thanks!</p></blockquote></div></div></div>
        <div id="feedback"><p>“Comment,” said nobody.</p></div></div></body></html>
        """
    )
    #expect(
      page.facts == [
        "rating: Mature", "published: 2020-01-02", "words: 1,234", "chapters: 1/1", "kudos: 7",
        "status: Completed", "site: archiveofourown.org", "title: Mills", "author: Ann",
        "author_url: https://archiveofourown.org/users/ann", "notes: For \"Cy\".",
        "end_notes: Thanks!",
      ]
    )
    #expect(page.chapters == ["Mills | \"Run!\" said Ann."])
    #expect(page.zones(.authorsNote) == ["Notes: / For \"Cy\".", "Notes: / Thanks!"])
    #expect(!String(decoding: page.document.text, as: UTF8.self).contains("nobody"))
  }

  @Test func `a saved story of one chapter has neither list nor number`() throws {
    let page = try Rendering(html: savedPage("Rated: Fiction K - French - Words: 9 - id: 9"))
    #expect(page.chapters == [" | \"Run!\" said Ann."])
    #expect(page.facts.contains("chapters: 1") && page.facts.contains("status: In-Progress"))
  }

  @Test func `labels at the top of any page are read as in plain text`() throws {
    let page = try Rendering(
      body: "<p>Title: Mills<br>Author: Ann<br>Fandom: Rivers<br>Pairing: Ann/Bo</p>\(Self.story)"
    )
    #expect(page.facts == ["title: Mills", "author: Ann", "fandom: Rivers", "ship: Ann/Bo"])
    #expect(
      page.zones(.story).joined() == "\"Run!\" said Ann. / He ran as far as the mill, and hid."
    )
  }

  @Test(arguments: [
    ("1. The Mill", "1", "The Mill"), ("(new) 12. The Weir", "12", "The Weir"),
    ("1. III", "1", "III"),
    ("Chapter 3: Home", "3", "Home"), ("Chapter 4", "4", ""), ("5. Chapter 5", "5", ""),
    ("2. Part Two (in a play)", "2", "Part Two (in a play)"), ("The Mill", "", "The Mill"),
    ("7.", "7", ""), ("7", "7", ""),
  ])
  func `chapters are called as lists call them`(entry: String, number: String, title: String) throws
  {
    let page = try Rendering(
      html: "<html><body><h1><a class='authorlink' href='u'>Ann</a></h1><a name='section0001'><h2>"
        + "\(entry)</h2></a>\(Self.story)</body></html>"
    )
    let start = page.document.chapterStarts.first?.title
    #expect(start?.printedNumber ?? "" == number)
    #expect(start?.title ?? "" == title)
  }
}
