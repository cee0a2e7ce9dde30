import FicSamples
import Foundation
import Testing

/// Text as it really lies on disks is found by what somebody types who does not know of it.
@Suite(.serialized) struct DirtTests {
  /// A file with its dirt, and a phrase that stands in it.
  private struct Case {
    var name: String
    var bytes: [UInt8]
    var phrase: String
  }

  private static func text(_ name: String, _ text: String, _ phrase: String) -> Case {
    Case(name: name, bytes: Array(text.utf8), phrase: phrase)
  }

  private static func page(_ name: String, _ body: String, _ phrase: String) -> Case {
    text(name + ".html", "<html><body><p>It rained.</p>\(body)</body></html>", phrase)
  }

  private static let cases: [Case] = [
    text("decomposed.txt", "Zoe\u{308} ate a cre\u{302}pe alone.\n", "zoë ate a crêpe alone"),
    text("ligatures.txt", "The ﬁrst ﬂoor oﬃce was shut.\n", "first floor office"),
    text(
      "soft-hyphens.txt",
      "The light\u{AD}house kee\u{AD}per slept.\n",
      "lighthouse keeper slept"
    ),
    text("zero-width.txt", "The har\u{200D}bor mas\u{FEFF}ter rose.\n", "harbor master rose"),
    text("nuls.txt", "The bro\u{0}ken bell\u{0} tower fell.\n", "broken bell tower fell"),
    text("line-separators.txt", "One amber\u{2028}lantern burned.\n", "amber lantern burned"),
    text("wrapped.txt", "It was the very last\nbridge home.\n", "very last bridge home"),
    text(
      "carriage-returns.txt",
      "He took the\rlong road over\rthe weir.\r",
      "the long road over the weir"
    ),
    text("mark.txt", "\u{FEFF}Salt was on the orchard wall.\n", "salt was on the orchard wall"),
    text("hole.txt", "The wint\u{FFFD}r engine stood still.\n", "engine stood still"),
    text(
      "mojibake.txt",
      "Itâ€™s only ZoÃ«â€™s winter coat.\n",
      "it's only zoë's winter coat"
    ),
    text(
      "mojibake-twice.txt",
      "Thatâ€™s Ã¢â‚¬Å“cold teaÃ¢â‚¬\u{9D} again.\n",
      "that's cold tea again"
    ),
    text(
      "names.txt",
      "A.J. met Jean-Luc, T'Pol and O’Brien there.\n",
      "met jean-luc t’pol and o'brien there"
    ),
    Case(
      name: "windows-1252.txt",
      bytes: [0x93] + Array("We don".utf8) + [0x92] + Array("t row,".utf8) + [0x94]
        + Array(" said Zo".utf8) + [0xEB, 0x85, 0x0D, 0x0A],
      phrase: "we don't row said zoë"
    ),
    Case(
      name: "notepad.txt",
      bytes: [0xFF, 0xFE]
        + "They’d counted nine lamps.\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      phrase: "they'd counted nine lamps"
    ),
    page(
      "double-escapes",
      "<p>&amp;quot;Salt road,&amp;quot; she said &amp;amp; left.</p>",
      "salt road she said left"
    ),
    page(
      "references",
      "<p>We don&#146;t count ten&nbsp;thousand caf&eacute;s.</p>",
      "don't count ten thousand cafés"
    ),
    page("controls", "<p>They won\u{92}t drown the bell.</p>", "they won't drown the bell"),
    page("page-hyphens", "<p>A moun&shy;tain vil\u{200B}lage slept.</p>", "mountain village slept"),
    page(
      "spans",
      "<p dir=\"ltr\"><span style=\"font-weight:400;\">The </span><span>orch</span><span>ard"
        + "</span><span> gate fell.</span></p>",
      "the orchard gate fell"
    ),
    page(
      "emphasis",
      "<p>The <em>quiet</em> <b>en</b>gine <i>sto</i>pped.</p>",
      "the quiet engine stopped"
    ),
    page(
      "verse",
      "<p>Roses in the engine</p><p>room at dusk,</p><p>my love</p>",
      "engine room at dusk my love"
    ),
    page("breaks", "<p>We walked<br>under seven<br/>bridges.</p>", "we walked under seven bridges"),
    text(
      "named-otherwise.txt",
      "<!DOCTYPE html><html><body><p>Rain on <em>tin</em> roofs.</p></body></html>",
      "rain on tin roofs"
    ),
  ]

  private static func bookPage(_ body: String) -> String {
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>\(body)</body></html>"
  }

  /// A book whose pages are cut in the middle of a sentence, as Calibre cuts large ones.
  private static let splitBook = SamplePacking.zip.bytes([
    SampleFile.Part(
      "p.opf",
      """
      <package><metadata><dc:title>Mills</dc:title></metadata><manifest>
      <item id="a" href="a.html"/><item id="b" href="b.html"/><item id="n" href="n.ncx"
      media-type="application/x-dtbncx+xml"/></manifest><spine toc="n"><itemref idref="a"/>
      <itemref idref="b"/></spine></package>
      """
    ),
    SampleFile.Part(
      "n.ncx",
      """
      <ncx><navMap><navPoint><navLabel><text>Chapter 1</text></navLabel><content src="a.html"/></navPoint>
      <navPoint><navLabel><text>Chapter 2</text></navLabel><content src="b.html#x"/></navPoint></navMap></ncx>
      """
    ),
    SampleFile.Part(
      "a.html",
      bookPage("<h2>Chapter 1</h2><p>“We <em>don’t</em> count\nthe weirs,” said Ann. The long</p>")
    ),
    SampleFile.Part(
      "b.html",
      bookPage("<p>river turned.</p><h2 id='x'>Chapter 2</h2><p>“Run!” said Ann. He ran.</p>")
    ),
  ])

  @Test(arguments: [
    ("\"we don't count the weirs\"", 1), ("\"the long river turned\"", 1), ("from:ann don't", 1),
    ("“don’t count”", 1), ("\"run said ann he\"", 2),
  ])
  func `phrases of a book cross emphasis, lines and pages`(query: String, chapter: Int) throws {
    let workspace = try Workspace()
    try workspace.write("mills.epub", Data(Self.splitBook))
    try workspace.ingest()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let hits = try workspace.ficsearch("--json", query).records("hit")
    #expect(!hits.isEmpty)
    for hit in hits {
      #expect((hit["chapter"] as? [String: Any])?["number"] as? Int == chapter)
    }
    withExtendedLifetime(daemon) {}
  }

  @Test func `every kind of dirt is found by a clean phrase`() throws {
    let workspace = try Workspace()
    for item in Self.cases { try workspace.write(item.name, Data(item.bytes)) }
    let outcome = try workspace.ingest()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for item in Self.cases {
      let answer = try workspace.ficsearch("--json", "\"\(item.phrase)\"")
      let paths = try answer.records("hit").compactMap {
        ($0["source"] as? [String: Any])?["path"] as? String
      }
      #expect(
        paths.map { URL(filePath: $0).lastPathComponent } == [item.name],
        "\(item.phrase): \(paths)"
      )
    }
    withExtendedLifetime(daemon) {}
  }
}
