import FicModel
import FicParsing

/// Turns the bytes of a text file into `DecodedText`, whatever they are encoded in.
///
/// Tries, in this order: UTF-8 by its mark, UTF-16 by its mark or by evidence, UTF-8 by its bytes,
/// legacy charsets. Total: any bytes give a text.
struct CharsetDecoder {
  /// UTF-8 with a bad sequence for every fourth good one is taken for something else.
  private static let goodForOneBad = 4

  /// Of the characters beyond ASCII, so many may be unreadable for one before a declared charset is
  /// taken for wrong.
  private static let readableForOneUnreadable = 20

  /// Decodes `bytes`.
  ///
  /// `declared` is the charset that the file itself names; it is asked for where the bytes are not
  /// UTF-8, and believed where they fit it.
  /// Complexity: linear in their number.
  func decode(_ bytes: [UInt8], declared: @autoclosure () -> String? = nil) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return text(UTF8Normalizer(bytes, from: 3, firstScalar: 1), charset: "UTF-8")
    }
    if let (order, mark) = UTF16Decoder.detect(bytes) {
      let (utf8, bad) = UTF16Decoder.utf8(bytes, order: order, from: mark)
      return text(
        UTF8Normalizer(utf8),
        charset: order.rawValue,
        bad: bad,
        isGuess: mark == 0
      )
    }
    let asUTF8 = UTF8Normalizer(bytes)
    if asUTF8.malformed == 0 || asUTF8.multibyte >= asUTF8.malformed * Self.goodForOneBad {
      return text(asUTF8, charset: "UTF-8")
    }
    if let declared = declared(), let decoded = decode(bytes, as: declared) { return decoded }
    let guess = LegacyCharset.detect(bytes)
    var decoded: DecodedText
    if guess.name != "WINDOWS-1252",
      let (utf8, bad) = LegacyCharset.utf8(bytes, charset: guess.name)
    {
      decoded = text(UTF8Normalizer(utf8), charset: guess.name, bad: bad, isGuess: true)
    } else {
      let (utf8, bad) = Windows1252.utf8(bytes)
      decoded = text(UTF8Normalizer(utf8), charset: "WINDOWS-1252", bad: bad, isGuess: true)
    }
    if guess.isDoubtful {
      decoded.diagnostics.append(ParseDiagnostic(code: .doubtfulCharset, span: TextSpan(0, 0)))
    }
    return decoded
  }

  /// The text in a declared charset; nil where it is not known or the bytes do not fit it.
  private func decode(_ bytes: [UInt8], as declared: String) -> DecodedText? {
    let name = declared.uppercased()
    guard !name.hasPrefix("UTF"), !name.hasPrefix("UCS") else { return nil }
    if name == "ISO-8859-1" || name == "LATIN1" || name == "WINDOWS-1252" || name == "CP1252" {
      let (utf8, bad) = Windows1252.utf8(bytes)
      return bad == 0 ? text(UTF8Normalizer(utf8), charset: "WINDOWS-1252") : nil
    }
    guard let (utf8, bad) = LegacyCharset.utf8(bytes, charset: name) else { return nil }
    let high = bytes.count { $0 >= 0x80 }
    guard bad * Self.readableForOneUnreadable <= high else { return nil }
    return text(UTF8Normalizer(utf8), charset: name, bad: bad)
  }

  private func text(
    _ normalizer: UTF8Normalizer,
    charset: String,
    bad: Int = 0,
    isGuess: Bool = false
  ) -> DecodedText {
    var diagnostics: [ParseDiagnostic] = []
    if isGuess { diagnostics.append(ParseDiagnostic(code: .guessedCharset, span: TextSpan(0, 0))) }
    if normalizer.malformed + bad > 0 {
      let place = normalizer.firstMalformed ?? Self.firstReplacement(in: normalizer.text)
      diagnostics.append(
        ParseDiagnostic(
          code: .invalidBytes,
          span: TextSpan(place, place + 3),
          count: normalizer.malformed + bad
        )
      )
    }
    if let place = normalizer.firstNul {
      diagnostics.append(
        ParseDiagnostic(code: .nulBytes, span: TextSpan(place, place), count: normalizer.nuls)
      )
    }
    let decoded = DecodedText(
      text: normalizer.text,
      offsetMap: normalizer.offsetMap,
      mayHaveReadings: normalizer.hasDoubleAngles,
      charset: charset,
      diagnostics: diagnostics
    )
    // What is to be repaired begins with such a letter.
    return normalizer.hasLatinLetters ? MojibakeRepair.repaired(decoded) : decoded
  }

  private static func firstReplacement(in text: [UInt8]) -> Int {
    text.indices.first {
      text[$0] == 0xEF && $0 + 2 < text.count && text[$0 + 1] == 0xBF && text[$0 + 2] == 0xBD
    } ?? 0
  }
}
