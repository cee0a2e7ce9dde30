extension FoldingTable {
  private static let alphabet = "abcdefghijklmnopqrstuvwxyz"
  private static let digits = "0123456789"

  /// Runs of letters and digits in a style of their own, from `first` on, and what each is in plain
  /// type, lower case, `times` over; a space where a run has a sign that is no letter.
  ///
  /// From the blocks Mathematical Alphanumeric Symbols, Enclosed Alphanumerics and Subscripts
  /// (Unicode 15). Raised digits are marks of notes, and circled ones of lists: they are none here.
  static let styles: [(first: UInt32, plain: String, times: Int)] = [
    // Thirteen alphabets of capitals and small letters.
    (0x1D400, alphabet, 26), (0x1D6A4, "ij", 1),
    (
      0x1D6A8,
      "αβγδεζηθικλμνξοπρθστυφχψω αβγδεζηθικλμνξοπρσστυφχψω εθκφρπ", 5
    ), (0x1D7CE, digits, 5),
    // In brackets, in circles, in squares, in black circles and squares.
    (0x249C, alphabet, 1), (0x24B6, alphabet, 2), (0x1F110, alphabet, 1), (0x1F130, alphabet, 1),
    (0x1F150, alphabet, 1), (0x1F170, alphabet, 1), (0x2080, digits, 1),
  ]

  /// Small capitals, raised and lowered letters and the letters that the mathematical alphabets
  /// took from older blocks, with the letter that each is.
  static let styledLetters: [(letter: String, styled: String)] = [
    ("a", "ᴀᵃᴬₐ"), ("b", "ʙᵇᴮᴃℬ"), ("c", "ᴄᶜℂℭ"), ("d", "ᴅᵈᴰⅅⅆ"), ("e", "ᴇᵉᴱₑℯℰⅇ"),
    ("f", "ꜰᶠℱ"), ("g", "ɢᵍᴳℊɡ"), ("h", "ʜʰᴴₕℎℋℌℍ"), ("i", "ɪⁱᴵᵢℐℑⅈᶦ"), ("j", "ᴊʲᴶⱼⅉ"),
    ("k", "ᴋᵏᴷₖ"), ("l", "ʟˡᴸₗℒℓᶫ"), ("m", "ᴍᵐᴹₘℳ"), ("n", "ɴⁿᴺₙℕᶰ"), ("o", "ᴏᵒᴼₒℴ"),
    ("p", "ᴘᵖᴾₚℙ"), ("q", "ꞯℚ"), ("r", "ʀʳᴿᵣℛℜℝ"), ("s", "ꜱˢₛ"), ("t", "ᴛᵗᵀₜ"),
    ("u", "ᴜᵘᵁᵤ"), ("v", "ᴠᵛⱽᵥ"), ("w", "ᴡʷᵂ"), ("x", "ˣₓ"), ("y", "ʏʸ"), ("z", "ᴢᶻℤℨ"),
  ]

  /// The kana of half the width of an ideograph, from U+FF66 on, as those of its full width.
  static let halfWidthKana: [UInt32] =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    .unicodeScalars.map(\.value)

  /// The kana that `kana` is with the mark of voice behind it; nil where the mark makes none.
  ///
  /// Unicode has the mark in three forms: joining, standing alone, and of half the width.
  static func voiced(_ kana: UInt32, by mark: UInt32) -> UInt32? {
    guard kana >= 0x3041, kana <= 0x30FD else { return nil }
    let hiragana = kana >= 0x30A1 ? kana - 0x60 : kana
    let isOfHa = hiragana >= 0x306F && hiragana <= 0x307B && hiragana % 3 == 0
    switch mark {
    case 0x309A, 0x309C, 0xFF9F: return isOfHa ? kana + 2 : nil
    case 0x3099, 0x309B, 0xFF9E: break
    default: return nil
    }
    if isOfHa { return kana + 1 }
    switch hiragana {
    case 0x304B...0x3061: return hiragana % 2 == 1 ? kana + 1 : nil
    case 0x3064, 0x3066, 0x3068, 0x309D: return kana + 1
    case 0x3046: return kana + 0x4E
    case 0x308F...0x3092: return kana >= 0x30A1 ? kana + 8 : nil
    default: return nil
    }
  }
}
