/// Other ways to write the same text as bytes.
enum Recoding: CaseIterable {
  case carriageReturns, crLf, utf16Little, utf16Big, windows1252, doubled, mark

  /// The bytes of the text in `bytes`, which is UTF-8 more or less.
  func recode(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .carriageReturns: return bytes.map { $0 == 0x0A ? 0x0D : $0 }
    case .crLf: return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    case .utf16Little:
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big:
      return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252: return text.unicodeScalars.map(Self.windows1252)
    case .doubled:
      // UTF-8 that was read as Latin-1 and saved again.
      return Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    case .mark: return [0xEF, 0xBB, 0xBF] + bytes
    }
  }

  private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case "‘": 0x91
    case "’": 0x92
    case "“": 0x93
    case "”": 0x94
    case "–": 0x96
    case "—": 0x97
    case "…": 0x85
    default: UInt8(truncatingIfNeeded: scalar.value)
    }
  }
}
