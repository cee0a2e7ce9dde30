/// Weighs, for each charset of one byte a character, how likely the text is that it makes of some
/// bytes: whether letters stand in words, capitals at their start, and marks of quotation round
/// them.
///
/// The weights are rough numbers of bits: what is usual costs one to five, what hardly occurs ten.
struct CharsetEvidence {
  /// The places of the bytes from 0x80 on that are looked at.
  private let places: [Int]

  private let bytes: ArraySlice<UInt8>

  /// How many bytes are enough.
  private static let most = 2000

  /// A letter that no language of the letters around it has.
  private static let strangeLetter = 9.0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    places = Array(bytes.indices.lazy.filter { bytes[$0] >= 0x80 }.prefix(Self.most))
  }

  /// How many bytes were looked at.
  var count: Int { places.count }

  /// The stretch of the bytes that was looked at.
  var range: Range<Int> {
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<last + 1
  }

  /// The different bytes that were looked at.
  var values: Set<UInt8> { Set(places.map { bytes[$0] }) }

  /// The cost of all bytes, in bits.
  func cost(in table: CharsetTable) -> Double {
    var cost = table.rarity
    var letters: [UInt32: Int] = [:]
    for place in places {
      let index = Int(bytes[place]) - 0x80
      let kind = table.kinds[index]
      cost += context(kind, at: place, in: table)
      if kind.isLetter { letters[table.lower[index], default: 0] += 1 }
    }
    guard !letters.isEmpty else { return cost }
    let best = Alphabet.all.map { alphabet in
      letters.reduce(0.0) { sum, letter in
        let bits = alphabet.bits[letter.key] ?? Self.strangeLetter
        return sum + bits * Double(letter.value)
      }
    }.min()
    return cost + (best ?? 0)
  }

  private func kind(at place: Int, in table: CharsetTable) -> CharacterKind {
    guard bytes.indices.contains(place) else { return .space }
    let byte = bytes[place]
    return byte < 0x80 ? CharacterKind(UInt32(byte)) : table.kinds[Int(byte) - 0x80]
  }

  private func isLatin(_ place: Int, in table: CharsetTable) -> Bool? {
    guard kind(at: place, in: table).isLetter else { return nil }
    let byte = bytes[place]
    return byte < 0x80 || table.scalars[Int(byte) - 0x80] < 0x250
  }

  /// What the characters on its two sides say of one.
  private func context(_ kind: CharacterKind, at place: Int, in table: CharsetTable) -> Double {
    let before = self.kind(at: place - 1, in: table)
    let after = self.kind(at: place + 1, in: table)
    let isInside = before.isLetter && after.isLetter
    switch kind {
    case .none: return 16
    // A space that keeps two words on one line.
    case .space: return 2
    case .lower, .upper, .caseless:
      return letter(kind, before, after) + neighbours(of: place, in: table)
    case .opening: return !before.isLetter && (after.isLetter || after == .opening) ? 1.5 : 9
    case .closing: return after.isLetter || before == .space ? 9 : 1.5
    case .apostrophe: return before == .space && after == .space ? 9 : isInside ? 1 : 2
    case .dash: return isInside ? 4 : before == .space && after.isLetter ? 4 : 3
    case .ellipsis: return after.isLetter && !before.isLetter ? 5 : 3
    case .inverted: return !before.isLetter && after.isLetter ? 3 : 9
    case .box: return before.isLetter || after.isLetter ? 12 : 5.5
    case .symbol: return isInside ? 12 : 7
    case .digit, .mark: return 7
    }
  }

  private func letter(
    _ kind: CharacterKind,
    _ before: CharacterKind,
    _ after: CharacterKind
  ) -> Double {
    if !before.isLetter, !after.isLetter { return 3 }
    switch kind {
    case .upper: return before == .lower ? 10 : 1.5
    case .lower: return after == .upper ? 10 : 0
    default: return 0
    }
  }

  /// Letters of two scripts do not stand side by side, and seldom do two Latin ones beyond ASCII.
  private func neighbours(of place: Int, in table: CharsetTable) -> Double {
    guard let isLatin = isLatin(place, in: table) else { return 0 }
    var cost = 0.0
    for other in [place - 1, place + 1] {
      guard let isOtherLatin = self.isLatin(other, in: table) else { continue }
      if isLatin != isOtherLatin { return 10 }
      if isLatin, bytes[other] >= 0x80 { cost += 1.5 }
    }
    return cost
  }
}
