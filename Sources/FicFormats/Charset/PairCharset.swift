/// The charsets in which two bytes make one ideograph or kana.
enum PairCharset {
  /// Their names in iconv.
  static let names = ["SHIFT_JIS", "EUC-JP", "GB18030", "BIG5", "UHC"]

  /// The most frequent ideographs of Chinese, in both of its scripts, and of Japanese; syllables of
  /// Korean.
  private static let frequent = Set(
    """
    的一是不了人我在有他这这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么\
    心多天而能好都然没日于起还发成事只作当想看文無開手十用主行方又如前所本見经頭面公同三已老从動兩長這個來說們為\
    時會過對裡後麼沒還發當經著國學從開兩長日人今何彼女私見言思行来出時手目間中前気持家上方事者自分生本者食話聞\
    이다는의가을에고하은지를기로도사나리어자그한서인들해라아만니대게있시었수요면여정보것일
    """.unicodeScalars.filter { $0.value > 0x3000 }.map(\.value)
  )

  /// The cost of some bytes, as `CharsetEvidence` weighs them, in bits.
  static func cost(of bytes: ArraySlice<UInt8>, in charset: String) -> Double? {
    guard let utf8 = LegacyCharset.utf8(Array(bytes), charset: charset)?.utf8 else { return nil }
    var cost = 6.0
    var last: UInt32 = 0x20
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      defer { last = value }
      guard value >= 0x80 else {
        if last >= 0x3040, last < 0xFF00, CharacterKind(value).isLetter { cost += 8 }
        continue
      }
      switch value {
      case 0x3000...0x303F, 0xFF01...0xFF5E, 0x2010...0x2026: cost += 6
      case 0x3040...0x30FF: cost += 7
      case 0x3400...0x9FFF, 0xAC00...0xD7A3: cost += frequent.contains(value) ? 7.5 : 13
      case 0xFF61...0xFF9F: cost += 9
      case 0xFFFD: cost += 24
      default: cost += 16
      }
      if last < 0x80, value >= 0x3040, value < 0xFF00, CharacterKind(last).isLetter { cost += 8 }
    }
    return cost
  }
}
