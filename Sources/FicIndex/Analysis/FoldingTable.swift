/// Says what each Unicode scalar beyond ASCII is to a search: a letter and which one, nothing, an
/// end.
///
/// Scalars below `limit` are looked up, the others are worked out by range and, where no range
/// knows them, by the standard library's Unicode properties.
struct FoldingTable: Sendable {
  /// The table that every analyzer uses.
  static let standard = FoldingTable()

  /// The first scalar that is not in `entries`: the end of the alphabets and the punctuation.
  private static let limit: UInt32 = 0x2200

  private let entries: [FoldedScalar]
  private let letters: [UInt32: FoldedScalar]

  /// Builds the table; a millisecond or two.
  private init() {
    var letters: [UInt32: FoldedScalar] = [:]
    for (first, plain, times) in Self.styles {
      let scalars = plain.unicodeScalars.map(\.value)
      for index in 0..<scalars.count * times where scalars[index % scalars.count] != 0x20 {
        letters[first + UInt32(index)] = .letter(scalars[index % scalars.count])
      }
    }
    for composition in Self.compositions {
      let scalars = composition.unicodeScalars.map(\.value)
      letters[scalars[0]] = .letters(Array(scalars.dropFirst()))
    }
    for (letter, marked) in Self.unmarkedLetters + Self.styledLetters {
      guard let plain = letter.unicodeScalars.first else { continue }
      for scalar in marked.unicodeScalars { letters[scalar.value] = .letter(plain.value) }
    }
    for (ligature, parts) in Self.ligatures {
      guard let scalar = ligature.unicodeScalars.first else { continue }
      letters[scalar.value] = .letters(parts.unicodeScalars.map(\.value))
    }
    self.letters = letters
    entries = (0..<Self.limit).map { Self.classify($0, letters: letters) }
  }

  /// What `scalar` is to a search.
  subscript(scalar: UInt32) -> FoldedScalar {
    if scalar < Self.limit { return entries[Int(scalar)] }
    return Self.classify(scalar, letters: letters)
  }

  private static func classify(
    _ value: UInt32,
    letters: [UInt32: FoldedScalar]
  ) -> FoldedScalar {
    if isIgnored(value) { return .ignored }
    if isApostrophe(value) { return .apostrophe }
    if standsAlone(value) {
      return .word(value >= 0xFF66 && value <= 0xFF9D ? halfWidthKana[Int(value - 0xFF66)] : value)
    }
    if value >= 0xFF10, value <= 0xFF5A { return classifyFullWidth(value) }
    if value >= 0xAC00, value <= 0xD7A3 { return .letter(value) }
    if let folded = letters[value] { return folded }
    guard let scalar = Unicode.Scalar(value), isPartOfWord(scalar) else { return .separator }
    return classifyLowerCase(of: scalar, letters: letters)
  }

  private static func classifyLowerCase(
    of scalar: Unicode.Scalar,
    letters: [UInt32: FoldedScalar]
  ) -> FoldedScalar {
    var scalars: [UInt32] = []
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isIgnored(lower.value) {
      switch letters[lower.value] {
      case .letter(let plain): scalars.append(plain)
      case .letters(let parts): scalars += parts
      default: scalars.append(lower.value)
      }
    }
    if scalars.count == 1 { return .letter(scalars[0]) }
    return scalars.isEmpty ? .ignored : .letters(scalars)
  }

  /// Letters and digits as wide as an ideograph are those of ASCII, 0xFEE0 further up.
  private static func classifyFullWidth(_ value: UInt32) -> FoldedScalar {
    switch value - 0xFEE0 {
    case let digit where digit >= 0x30 && digit <= 0x39: .letter(digit)
    case let upper where upper >= 0x41 && upper <= 0x5A: .letter(upper | 0x20)
    case let lower where lower >= 0x61 && lower <= 0x7A: .letter(lower)
    default: .separator
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Accents, points and variation selectors; soft hyphens, joiners, marks of direction and order.
  private static func isIgnored(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x3099, 0x309A: true
    case 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFF9E, 0xFF9F, 0xE0000...0xE01EF: true
    default: false
    }
  }

  /// The marks that stand for an apostrophe: curly ones, accents typed for one, the okina, what
  /// Windows-1252 calls one, and the hole that a lost curly one leaves.
  private static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0x91, 0x92, 0xB4, 0x374, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2018, 0x2019, 0x201B, 0xFF07,
      0xFFFD:
      true
    default: false
    }
  }

  /// Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, kana and ideographs.
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0xE01...0xE3A, 0xE40...0xE4E, 0xE81...0xEC6, 0x1000...0x103F, 0x1780...0x17D3: true
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
    case 0x3105...0x312F, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    case 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
