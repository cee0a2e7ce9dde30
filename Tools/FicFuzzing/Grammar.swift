import SeededRandom

/// The words of the conventions that the parser knows, and what stands between them.
enum Grammar {
  /// Marks, headings, labels, names, verbs, and bytes that are no text.
  static let tokens: [[UInt8]] =
    words.map { Array($0.utf8) } + [
      [0x00], [0xFF], [0xC3], [0xE2, 0x80], [0x80, 0x9D], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0x0D],
      [0x1B], [0x0C], [0x00, 0x00], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

  /// What stands between lines.
  static let separators: [[UInt8]] = ["\n", "\n", "\n\n", "\n\n", "\n\n\n\n", " ", "\r\n", "\r"]
    .map { Array($0.utf8) }

  /// A quotation mark, a dash or an apostrophe.
  static func mark(_ random: inout SplitMix) -> [UInt8] {
    Array((marks.randomElement(using: &random) ?? "\"").utf8)
  }

  private static let marks = [
    "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "‚", "‹", "›", "—", "–", "--", "''", "’’", "「",
    "」",
    "『", "』", "*", "_", "::", "//", "~", "―", "`", "´", "‛", "‟", "<", ">",
  ]

  private static let words =
    marks + [
      " ", "  ", "\t", "\n", "\n\n", "\n\n\n\n", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{AD}",
      "\u{2028}", "\u{2029}", "\u{85}", "\u{202E}", "\u{301}", "…", ".", ",", "?!", ";", ":", "(",
      ")", "[", "]", "{", "}", "#", "##", "###", ">", "> ", "- ", "---", "***", "* * *", "===",
      "~*~",
      "-x-x-x-", "oOo", "xXx", "OOO", "#", "1.", "III.", "IV", "Chapter 3", "Chapter Four: The Sea",
      "CHAPTER XII", "Ch. 7 - Fog", "4. Undertow.", "Prologue", "Epilogue", "Part Two", "第十二回",
      "Chương 12", "A/N:", "A/N: sorry!", "(A/N: yes, really)", "(A/N ", "[A/N: ", "AN -",
      "Author's Note", "Disclaimer: not mine.", "Summary:", "Rating: T", "Warnings:", "Title: X",
      "Author: Wren", "Review replies:", "P.S.:", "Edit:", "Previously:", "The End", "TBC", "Fin",
      "~Wren", "please review", "Harry's POV", "London, 1891", "Two weeks later", "[FLASHBACK]",
      "Meanwhile…", "said", "asked", "he said", "she whispered", "I thought", "said Smith", "Smith",
      "Agent Smith", "Mrs Weasley", "Dr. Crane", "Captain", "the captain", "the old man", "T'Pol",
      "Jean-Luc", "O’Brien", "A.J.", "they", "he", "she", "I", "you", "’em", "'tis", "dogs'",
      "don't",
      "Smith: ", "SMITH: ", "CRANE: (softly) ", "[10:14] ron: ", "**mum** ", "<Hello>", "«Salut»",
      "— Non, dit-il.", "—Hola —dijo Ana—.", "“Go,” said Smith.", "\"No,\" he said, \"go.\"",
      "'Hi,' said Bo.", "She nodded.", "ing", "Zzz", "HP: 260", "```", "| a | b |", "<br>",
      "&quot;",
      "![x](y)", "title: X\n", "---\n", "End file.", "TABLE OF CONTENTS", "1. One\n2. Two\n", "😀",
      "👩‍👩‍👧",
      "ﬁ", "İ", "ß", "ǅ", "𝒮", "é", "e\u{301}", "ا", "\u{FFFD}",
    ]
}
