import FicModel
import FicParsing

/// Repairs UTF-8 that was read as Windows-1252 and saved so, once or several times: `â€œ` is `“`.
enum MojibakeRepair {
  /// A program seldom does it three times.
  private static let mostPasses = 3

  /// The text with such sequences repaired, and a note of it.
  ///
  /// Sequences of three characters occur in no language; those of two, such as `Ã©`, are believed
  /// where there are several.
  ///
  /// Complexity: linear in the number of bytes.
  static func repaired(_ decoded: DecodedText) -> DecodedText {
    var result = decoded
    for _ in 0..<mostPasses {
      let findings = findings(in: result.text)
      guard let first = findings.first else { return result }
      result = result.replacing(findings)
      result.diagnostics.removeAll { $0.code == .repairedMojibake }
      result.diagnostics.append(
        ParseDiagnostic(
          code: .repairedMojibake,
          span: TextSpan(first.range.lowerBound, first.range.lowerBound),
          count: findings.count
        )
      )
    }
    return result
  }

  private static func findings(in text: [UInt8]) -> [TextRepair] {
    var findings: [TextRepair] = []
    var index = 0
    while index < text.count {
      // The leads of UTF-8, 0xC2 to 0xF4, stand as U+00C2 to U+00F4.
      if text[index] == 0xC3, index + 1 < text.count, text[index + 1] >= 0x82,
        let finding = finding(at: index, in: text)
      {
        findings.append(finding)
        index = finding.range.upperBound
      } else {
        index += 1
      }
    }
    let isCertain = findings.count > 1 || findings.contains { $0.bytes.count > 2 }
    return isCertain ? findings : []
  }

  private static func finding(at start: Int, in text: [UInt8]) -> TextRepair? {
    let lead = text[start + 1] | 0x40
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var bytes = [lead]
    var index = start + 2
    while bytes.count < length, index < text.count, text[index] >= 0xC2 {
      let (size, isValid) = UTF8Normalizer.sequenceLength(at: index, in: text)
      guard isValid,
        let scalar = String(decoding: text[index..<index + size], as: UTF8.self).unicodeScalars
          .first,
        let byte = Windows1252.byte(of: scalar), byte >= 0x80, byte < 0xC0
      else { return nil }
      bytes.append(byte)
      index += size
    }
    guard bytes.count == length, UTF8Normalizer.sequenceLength(at: 0, in: bytes) == (length, true)
    else { return nil }
    return TextRepair(range: start..<index, bytes: bytes)
  }
}
