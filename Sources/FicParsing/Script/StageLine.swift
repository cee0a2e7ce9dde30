import FicModel

/// Lines of scripts and logs that nobody says.
enum StageLine {
  /// The words that slugs and transitions of screenplays begin with, in capitals.
  private static let slugs: Set<String> = [
    "INT", "EXT", "EST", "FADE", "CUT", "DISSOLVE", "SMASH", "INTERCUT", "MONTAGE", "ACT", "SCENE",
    "CURTAIN", "BLACKOUT",
  ]

  /// Whether the line is a slug, a transition or a heading of a play: `INT. KITCHEN - NIGHT`.
  static func isSlug(_ prose: Prose) -> Bool {
    let start = prose.skippingSpaces(from: prose.span.start)
    guard prose.span.end - start <= 120 else { return false }
    let view = prose.part(TextSpan(start, start + 10))
    let end = view.skipping(from: start) { $0.isProseCapital }
    guard end > start else { return false }
    if let next = prose.scalar(at: end), next.isProseLetter || next.isProseDigit { return false }
    return slugs.contains(String(decoding: prose.bytes[start..<end], as: UTF8.self))
  }

  /// Whether the line is what a program of chat says: `* ana waves`, `-!- bo has quit`,
  /// `12/03/21, 4:30 pm - Ana joined`.
  static func isNoise(_ prose: Prose) -> Bool {
    let start = prose.skippingSpaces(from: prose.span.start)
    let place = LabelledLine.skippingClock(prose, from: start)
    if place > start { return true }
    let end = prose.skipping(from: place) { isSign($0) }
    return end > place && end - place <= 8 && prose.scalar(at: end)?.isProseSpace == true
  }

  /// The signs that events of a channel begin with: `***`, `-->`, `<--`, `==`, `-!-`.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21, 0x2A, 0x2D, 0x3C, 0x3D, 0x3E, 0x2022, 0x2190, 0x2192: true
    default: false
    }
  }
}
