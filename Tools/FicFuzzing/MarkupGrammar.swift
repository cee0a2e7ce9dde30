import SeededRandom

/// Words of markup, containers and rich text that readers treat in a way of their own.
enum MarkupGrammar {
  /// A piece of the kind of markup that `bytes` are; now and then of any.
  static func token(for bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    let own = bytes.starts(with: "{\\rtf".utf8) ? richText : markup
    let list =
      switch Int.random(in: 0..<10, using: &random) {
      case 0: raw
      case 1: markup
      case 2: richText
      default: own
      }
    return list.randomElement(using: &random) ?? []
  }

  private static let raw: [[UInt8]] = [
    [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0x80],
    [0xED, 0xA0, 0x80], [0x1B], [0x0D], [0x0A], [0xC2, 0x91], [0xE2, 0x80, 0xA8], [0xC2, 0xAD],
    [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0],
    [0xFF, 0xFF],
  ]

  private static let markup: [[UInt8]] =
    [
      "<p>", "</p>", "<p/>", "<br>", "<br/>", "<hr>", "<div>", "</div>", "<em>", "</em>", "<i>",
      "<span style=\"font-style:italic\">", "</span>", "<blockquote>", "</blockquote>", "<pre>",
      "</pre>", "<table><tr><td>a<td>b</table>", "<tr>", "<td>", "</table>", "<h1>", "<h2>",
      "</h2>",
      "<h3>", "<ul><li>", "<q>", "</q>", "<script>", "</script>", "<style>", "<title>", "<head>",
      "</head>", "<body>", "</body>", "</html>", "<html>", "<select><option>", "<a href=\"#x\">",
      "</a>", "<a name=\"section0001\">", "<a class='authorlink'>", "<nav epub:type=\"toc\">",
      "<div id=\"chapters\">", "<div id=\"preface\">", "<div id=\"afterword\">",
      "<div id=\"workskin\">", "<div id=\"storytext\">", "<div id=\"profile_top\">",
      "<dl class=\"tags\">", "<dl class=\"work meta\">", "<dt>", "<dd>", "<dd class=\"series\">",
      "<div class=\"userstuff\">", "<div class=\"chapter\">", "<h3 class=\"landmark\">",
      "<div class=\"fff_chapter_notes\">", "<span data-xutime='99999999999999999999'>",
      "<span data-xutime='-1'>", "<mbp:pagebreak/>", "<section>", "</section>", "<title><p>",
      "<sup>", "</sup>", "<sup>1</sup>", "<sub>2</sub>", "<a class=\"noteref\" href=\"#n\">",
      "<span class=\"pagenum\">", "<a id=\"Page_13\">[Pg 13]", "<span class=\"dropcap\">W</span>",
      "<img alt=\"W\"/>", "<ruby>", "<rt>", "</ruby>", "<p hidden>", "<div style=\"display:none\">",
      "<style>.k{display:none}</style>", "<p class=\"k\">", "<div class=\"spoiler\">", "<fieldset>",
      "<legend>", "<details><summary>", "</details>", "&shy;\n", "<empty-line/>", "<emphasis>",
      "<text:p>", "<text:span text:style-name=\"T1\">", "<text:h>",
      "<text:h text:outline-level=\"-9\">", "<text:note>", "<w:p>", "</w:p>", "<w:r>", "<w:t>",
      "<w:rPr><w:i/>", "<w:pPr><w:pBdr/></w:pPr>", "<navPoint>", "<content src=\"x#y\"/>",
      "<content src=\"../../x\"/>", "<item id=\"p0\" href=\"%00%ff%\"/>", "<itemref idref=\"p0\"/>",
      "<rootfile full-path=\"../x\"/>", "<EncryptedData>", "<spine>", "<metadata>",
      "<dc:date>0101</dc:date>", "<meta name=\"calibre:series_index\" content=\"1e999\"/>",
      "<!--", "-->", "<![CDATA[", "]]>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<?", "?>",
      "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"bb\">]>", "&a;", "&amp;quot;", "&amp;",
      "&#0;",
      "&#x110000;", "&#147;", "&#xD800;", "&nbsp;", "&", "<", ">", "\"", "'", "/", "=", "id=\"\"",
      "class=\"", "charset=utf-7", "encoding=\"ebcdic-us\"", "encoding=\"iso-2022-jp\"",
      "Part 2 of ",
      "[[[", "Stats:", "Published: ", "* * *", "_", "__", "“", "”", "\u{200B}", "\u{FEFF}",
      "\u{301}",
      "PK\u{1}\u{2}", "PK\u{5}\u{6}",
    ].map { Array($0.utf8) }

  private static let richText: [[UInt8]] =
    [
      "{", "}", "{{{{{{{{", "}}}}}}}}", "\\", "\\par", "\\par ", "\\pard", "\\plain", "\\i",
      "\\i0 ",
      "\\u8220?", "\\u-10179?\\u-8704?", "\\u55357?", "\\u99999999999?", "\\uc0 ", "\\uc99 ",
      "\\uc-1 ",
      "\\'93", "\\'", "\\'zz", "\\'81\\'40", "\\bin999999999 ", "\\bin-1 ", "\\bin3 }}}",
      "{\\*\\x ",
      "\\*", "\\f0 ", "\\f9999 ", "{\\fonttbl{\\f1\\fcharset128 A;}}",
      "{\\fonttbl{\\f1\\cpg437 A;}}",
      "\\ansicpg932 ", "\\ansicpg65001 ", "\\ansicpg99999 ", "\\mac ",
      "{\\stylesheet{\\s1 heading 9;}}",
      "\\s1 ", "\\s-1 ", "\\outlinelevel0 ", "\\outlinelevel99 ", "{\\info{\\title ",
      "{\\footnote ",
      "{\\header ", "{\\pict ", "\\line ", "\\cell ", "\\row ", "\\tab ", "\\brdrb ", "\\v ",
      "\\deleted ",
      "\\~", "\\-", "\\_", "\\\n", "\\emdash ", "{\\rtf1 ", "\\upr", "\\ud",
    ].map { Array($0.utf8) }
}
