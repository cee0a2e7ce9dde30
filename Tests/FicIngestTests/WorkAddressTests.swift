import FicModel
import Testing

@testable import FicIngest

@Suite struct WorkAddressTests {
  @Test(
    arguments: [
      ("https://archiveofourown.org/works/999000121", "ao3/999000121"),
      ("http://www.archiveofourown.org/works/999000121/chapters/1#workskin", "ao3/999000121"),
      ("https://archiveofourown.org/collections/lamps/works/999000121", "ao3/999000121"),
      ("https://download.archiveofourown.org/downloads/999000121/A%20Tale.epub", "ao3/999000121"),
      ("https://www.fanfiction.net/s/99990017/1/Low-Orbit", "ffnet/99990017"),
      ("//m.fanfiction.net/s/99990017/12/", "ffnet/99990017"),
      ("https://fichub.net/?q=https%3A%2F%2Fwww.fanfiction.net%2Fs%2F99990017", "ffnet/99990017"),
      ("https://www.royalroad.com/fiction/21220/a-tale/chapter/301778/one", "rylrdl/21220"),
      ("https://forums.spacebattles.com/threads/a-tale-of-lamps.123456/reader/", "fsb/123456"),
      ("https://forums.sufficientvelocity.com/threads/98765/page-2#post-1", "fsv/98765"),
      ("https://www.tthfanfic.org/Story-5583/Somebody+A+Tale.htm", "tth/5583"),
      ("http://www.lamps.example/viewstory.php?sid=77&chapter=3", "lamps.example/77"),
      ("https://Lamps.Example/Tales/One.html?utm_source=x#top", "lamps.example/Tales/One.html"),
    ]
  )
  func `every way to write an address gives one`(address: String, expected: String) {
    #expect(WorkAddress(address)?.text == expected)
  }

  @Test(
    arguments: [
      "", "no address", "ftp://archiveofourown.org/works/1", "https://archiveofourown.org",
      "https://archiveofourown.org/users/somebody", "https://www.fanfiction.net/u/12/somebody",
      "https://lamps.example/", "javascript:alert(1)", "https://", "https://works/12",
    ]
  )
  func `what names no work is no address`(address: String) {
    #expect(WorkAddress(address) == nil)
  }

  @Test func `a site and a number are an address`() {
    #expect(WorkAddress(site: "ffnet", number: "8067258")?.text == "ffnet/8067258")
    #expect(WorkAddress(site: "www.fanfiction.net", number: "80")?.text == "ffnet/80")
    #expect(WorkAddress(site: "nowhere", number: "80") == nil)
    #expect(WorkAddress(site: "ffnet", number: "eighty") == nil)
  }

  @Test func `names differ by authors where both have them, else by title`() {
    #expect(!WorkNames.differ("lamps\u{1F}ada", "lamps"))
    #expect(!WorkNames.differ("lamps", "lamps"))
    #expect(WorkNames.differ("lamps\u{1F}ada", "lamps\u{1F}bea"))
    #expect(WorkNames.differ("lamps\u{1F}ada", "stairs"))
  }

  @Test func `a name is the same however it is written`() {
    let plain = WorkNames.name(title: "The Lamplighter's Apprentice", authors: ["Ada Quill"])
    let typed = WorkNames.name(title: "THE LAMPLIGHTER\u{2019}S APPRENTICE", authors: ["ada quill"])
    #expect(plain != nil && plain == typed)
    #expect(WorkNames.name(title: "Untitled", authors: []) == nil)
    #expect(WorkNames.name(title: nil, authors: ["Ada Quill"]) == nil)
    #expect(
      WorkNames.name(title: "T", authors: ["A", "B"])
        == WorkNames.name(title: "T", authors: ["B", "A"])
    )
  }
}
