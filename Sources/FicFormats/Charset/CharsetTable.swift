/// A charset of one byte a character: what its bytes from 0x80 on stand for.
struct CharsetTable: Sendable {
  /// Its name in iconv.
  let name: String

  /// How much less likely it is than Windows-1252 before anything of a text is known, in bits.
  let rarity: Double

  /// The character of each byte from 0x80 on; 0 where there is none.
  let scalars: [UInt32]

  /// What each of them is in a text.
  let kinds: [CharacterKind]

  /// Each of them in lower case.
  let lower: [UInt32]

  /// The charsets that archives hold texts in, the likeliest first; those that this machine's iconv
  /// does not know are left out.
  static let all: [CharsetTable] = names.compactMap { CharsetTable($0.0, rarity: $0.1) }

  /// How rare they are is a guess: what Windows wrote is likelier than what the Macintosh wrote,
  /// and that than what DOS wrote.
  private static let names: [(String, Double)] = [
    ("WINDOWS-1252", 0), ("WINDOWS-1250", 4), ("WINDOWS-1251", 4), ("WINDOWS-1254", 4),
    ("WINDOWS-1253", 4), ("WINDOWS-1257", 5), ("WINDOWS-1255", 5), ("WINDOWS-1256", 5),
    ("KOI8-R", 4), ("KOI8-U", 6), ("ISO-8859-2", 5), ("ISO-8859-5", 6), ("ISO-8859-7", 5),
    ("TIS-620", 5), ("MACINTOSH", 6), ("MAC-CENTRALEUROPE", 8), ("MAC-CYRILLIC", 8), ("CP850", 6),
    ("CP437", 6.5), ("CP852", 7), ("CP866", 5), ("CP857", 8), ("CP865", 7), ("CP737", 8),
    ("CP862", 8),
  ]

  private init?(_ name: String, rarity: Double) {
    self.name = name
    self.rarity = rarity
    // A line feed keeps each byte apart from the next.
    let probe: [UInt8] = (0x80...0xFF).flatMap { [$0, 0x0A] }
    let text =
      name == "WINDOWS-1252"
      ? Windows1252.utf8(probe).utf8 : LegacyCharset.utf8(probe, charset: name)?.utf8
    guard let text else { return nil }
    let parts = text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(128)
    guard parts.count == 128 else { return nil }
    scalars = parts.map { part in
      let scalar = String(decoding: part, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
      return scalar == 0xFFFD ? 0 : scalar
    }
    kinds = scalars.map { CharacterKind($0) }
    lower = scalars.map { CharacterKind.lowercase($0) }
  }

  /// Whether two charsets read all of some bytes alike.
  func agrees(with other: CharsetTable, on bytes: Set<UInt8>) -> Bool {
    bytes.allSatisfy { scalars[Int($0) - 0x80] == other.scalars[Int($0) - 0x80] }
  }
}
