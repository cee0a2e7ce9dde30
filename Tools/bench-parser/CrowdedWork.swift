import FicFormats
import FicSamples

/// A work that has thousands of one thing, as collections, scriptures, dictionaries and handbooks
/// have, in one of the forms that works come in.
struct CrowdedWork: Sendable {
  /// How the work is kept.
  enum Form: String, CaseIterable, Sendable {
    /// One text.
    case text
    /// One page.
    case page
    /// A book of one page, with an entry for each thing in its table of contents.
    case book
    /// The same as people make it with newer tools, with an author for each thing.
    case navigation
    /// A book with a page for each thing.
    case pages
    /// A text for each thing.
    case files
  }

  /// A thing as plain text and as markup, by its number.
  typealias Item = @Sendable (Int) -> String

  /// What it has so many of, and its form.
  let name: String

  private let form: Form
  private let plain: Item
  private let markup: Item

  /// The files of a work of `count` bytes; the last thing may go beyond them.
  func files(count: Int) -> [ChapterFile] {
    switch form {
    case .text: [ChapterFile(path: "crowded.txt", bytes: Array(items(plain, count).joined().utf8))]
    case .page:
      [
        ChapterFile(
          path: "crowded.html",
          bytes: Array(Self.page(items(markup, count).joined()).utf8)
        )
      ]
    case .book: [Self.book(ofOnePage: items(markup, count))]
    case .navigation: [Self.book(ofOnePage: items(markup, count), hasNavigation: true)]
    case .pages: [Self.book(of: items({ Self.page(markup($0)) }, count))]
    case .files:
      items(plain, count).enumerated().map {
        ChapterFile(path: "\($0.offset + 1).txt", bytes: Array($0.element.utf8))
      }
    }
  }

  private func items(_ item: Item, _ count: Int) -> [String] {
    var items: [String] = []
    var bytes = 0
    while bytes < count {
      items.append(item(items.count + 1))
      bytes += items[items.count - 1].utf8.count
    }
    return items
  }

  private static func page(_ body: String) -> String {
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>\n\(body)\n"
      + "</body></html>"
  }

  private static func book(ofOnePage items: [String], hasNavigation: Bool = false) -> ChapterFile {
    let links = items.indices.map { ("No. \($0 + 1)", "all.xhtml#i\($0 + 1)") }
    let authors = items.indices.map {
      "<dc:creator id=\"c\($0)\">\(CoinedName.of($0))</dc:creator>"
        + "<meta refines=\"#c\($0)\" property=\"role\">aut</meta>"
    }
    return book(
      [("all.xhtml", nil, page(items.joined()))],
      links: links,
      facts: hasNavigation ? authors.joined() : "",
      hasNavigation: hasNavigation
    )
  }

  private static func book(of pages: [String]) -> ChapterFile {
    book(
      pages.enumerated().map { ("p\($0.offset + 1).xhtml", nil, $0.element) },
      links: pages.indices.map { ("No. \($0 + 1)", "p\($0 + 1).xhtml") }
    )
  }

  private static func book(
    _ pages: [SampleBook.Page],
    links: [SampleBook.Link],
    facts: String = "",
    hasNavigation: Bool = false
  ) -> ChapterFile {
    let book = SampleBook(
      SampleWork(number: 1),
      pages: pages,
      links: links,
      facts: facts,
      hasNavigation: hasNavigation
    )
    return ChapterFile(path: "crowded.epub", bytes: SamplePacking.zip.bytes(book.parts))
  }

  private static func all(
    _ name: String,
    _ plain: @escaping Item,
    _ markup: @escaping Item
  )
    -> [CrowdedWork]
  {
    Form.allCases.map {
      CrowdedWork(name: "\(name), \($0.rawValue)", form: $0, plain: plain, markup: markup)
    }
  }

  /// Every work that is measured.
  static let all: [CrowdedWork] = [
    all("chapters") {
      "Chapter \($0)\n\nShe came home.\n\n"
    } _: {
      "<h2 id=\"i\($0)\">Chapter \($0)</h2><p>She came home.</p>\n"
    },
    all("titled chapters") {
      "\(CoinedName.of($0).uppercased()) OF THE MILL\n\nShe came home to \(CoinedName.of($0)).\n\n"
    } _: {
      "<h3 id=\"i\($0)\">The \(CoinedName.of($0))</h3>"
        + "<p>She came home to \(CoinedName.of($0)).</p>\n"
    },
    all("parts") {
      "BOOK \($0)\n\nChapter 1\n\nShe came home.\n\nChapter 2\n\nShe left.\n\n"
    } _: {
      "<h1 id=\"i\($0)\">Book \($0)</h1><h2>Chapter 1</h2><p>She came home.</p>"
        + "<h2>Chapter 2</h2><p>She left.</p>\n"
    },
    all("headings alone") {
      "\($0). \(CoinedName.of($0).uppercased())\n\n"
    } _: {
      "<h3 id=\"i\($0)\">\(CoinedName.of($0))</h3>\n"
    },
    all("capital lines") {
      ($0 == 1 ? "CHAPTER 1\n" : "") + "\(CoinedName.of($0).uppercased()) AND SON\n"
    } _: {
      "<p id=\"i\($0)\">\(CoinedName.of($0).uppercased()) AND SON</p>\n"
    },
    all("verses") {
      "\($0 / 20 + 1):\($0 % 20 + 1) And \(CoinedName.of($0)) said unto him, Go thou forth.\n"
    } _: {
      "<p id=\"i\($0)\"><sup>\($0 % 20 + 1)</sup> And \(CoinedName.of($0)) said unto him, Go.</p>\n"
    },
    all("stanzas") {
      "  The mill is old,\n    the night is cold,\n  and \(CoinedName.of($0)) sleeps.\n\n"
    } _: {
      "<p id=\"i\($0)\">The mill is old,<br/>the night is cold,"
        + "<br/>and \(CoinedName.of($0)) sleeps.</p>\n"
    },
    all("list items") {
      "* \(CoinedName.of($0))\n"
    } _: {
      "<li id=\"i\($0)\">\(CoinedName.of($0))</li>\n"
    },
    all("numbered items") {
      "\($0). Take \(CoinedName.of($0)) and stir.\n\n"
    } _: {
      "<ol start=\"\($0)\"><li id=\"i\($0)\">Take \(CoinedName.of($0)) and stir.</li></ol>\n"
    },
    all("one line each") {
      "She saw \(CoinedName.of($0)).\n\n\n\n"
    } _: {
      "<p id=\"i\($0)\">She saw \(CoinedName.of($0)).</p>\n"
    },
    all("contents") {
      "Chapter \($0) ..... \($0 * 9)\n"
    } _: {
      "<a id=\"i\($0)\" href=\"#i\($0 + 1)\">Chapter \($0)</a>\n"
    },
    all("notes") {
      "[\($0)] \(CoinedName.of($0)) is a town in the north.\n\n"
    } _: {
      "<p id=\"i\($0)\"><a href=\"#r\($0)\"><sup>\($0 % 999)</sup>"
        + "</a> \(CoinedName.of($0)) is a town.</p>\n"
    },
    all("dated entries") {
      "Monday, \($0 % 28 + 1) May 1891\n\nShe saw \(CoinedName.of($0)).\n\n"
    } _: {
      "<h4 id=\"i\($0)\">Monday, \($0 % 28 + 1) May 1891</h4><p>She saw \(CoinedName.of($0)).</p>\n"
    },
    all("a play's lines") {
      "\(CoinedName.of($0 % 500).uppercased())\nNo, I never did.\n\n"
    } _: {
      "<p id=\"i\($0)\"><b>\(CoinedName.of($0 % 500).uppercased()).</b> No, I never did.</p>\n"
    },
    all("dictionary entries") {
      "\(CoinedName.of($0).uppercased()), n. A mill.\n\n"
    } _: {
      "<dl><dt id=\"i\($0)\">\(CoinedName.of($0))</dt><dd>A mill.</dd></dl>\n"
    },
    all("table rows") {
      "\(CoinedName.of($0))\t\($0)\tmill\n"
    } _: {
      "<tr id=\"i\($0)\"><td>\(CoinedName.of($0))</td><td>\($0)</td><td>mill</td></tr>\n"
    },
    all("letters") {
      "Dear \(CoinedName.of($0)),\n\nCome home.\n\nYours,\n\(CoinedName.of($0 + 3))\n\n* * *\n\n"
    } _: {
      "<blockquote id=\"i\($0)\"><p>Dear \(CoinedName.of($0)),</p><p>Come home."
        + "</p></blockquote><hr/>\n"
    },
    all("hidden lines") {
      "A/N: sorry, \(CoinedName.of($0))!\n\nShe came.\n\n"
    } _: {
      "<p id=\"i\($0)\">She came.</p><p style=\"display: none\">\(CoinedName.of($0))</p>\n"
    },
    all("page numbers") {
      "She went with \(CoinedName.of($0)) to the\n\n\($0)\n\nmill and came home.\n\n"
    } _: {
      "<p id=\"i\($0)\">She came"
        + "<span class=\"pagenum\" id=\"Page_\($0)\">[\($0)]</span> home.</p>\n"
    },
    all("readings") {
      "彼は漢字《かんじ》と\(CoinedName.of($0))を見た。\n"
    } _: {
      "<p id=\"i\($0)\">彼は<ruby>漢字<rt>かんじ</rt></ruby>と\(CoinedName.of($0))を見た。</p>\n"
    },
    all("adverts") {
      "ALSO BY \(CoinedName.of($0).uppercased())\n\nBuy it at the store.\n\n"
    } _: {
      "<p id=\"i\($0)\">Also by \(CoinedName.of($0))</p><p>Buy it at the store.</p>\n"
    },
  ].flatMap { $0 }
}
