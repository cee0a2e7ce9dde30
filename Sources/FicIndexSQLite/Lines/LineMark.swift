import FicIndex
import FicModel

/// What a search needs of a line at once, in a byte: its zone, whether it begins a stretch, and
/// whose words it has.
struct LineMark {
  /// Of a row that is no line any more.
  static let gone: UInt8 = 0xFF

  private static let begins: UInt8 = 0x10
  private static let zones = ZoneKind.allCases

  /// The byte of a line.
  static func byte(_ zone: ZoneKind, beginsStretch: Bool, _ voices: Set<Voice>) -> UInt8 {
    let shape: UInt8 =
      voices.count > 1 ? 3 : voices.contains(.dialogue) ? 1 : voices.contains(.thought) ? 2 : 0
    return UInt8(zones.firstIndex(of: zone) ?? 0) | (beginsStretch ? begins : 0) | shape << 5
  }

  /// Whether a line begins a stretch.
  @inline(__always)
  static func beginsStretch(_ byte: UInt8) -> Bool { byte != gone && byte & begins != 0 }

  /// The only voice of a line; nil where it has several.
  static func voice(_ byte: UInt8) -> Voice? { Voice(rawValue: byte >> 5 & 3) }

  /// Whether a line is story.
  static func isStory(_ byte: UInt8) -> Bool { byte & 0xF == 0 && byte != gone }

  /// The zone of a line; nil for a row that is no line.
  static func kind(_ byte: UInt8) -> ZoneKind? {
    let zone = Int(byte & 0xF)
    return byte != gone && zones.indices.contains(zone) ? zones[zone] : nil
  }

  /// The bit of the zone of a line; 0 for a row that is no line.
  @inline(__always)
  static func zone(_ byte: UInt8) -> UInt16 { byte == gone ? 0 : 1 << UInt16(byte & 0xF) }

  /// The bit of the story.
  static let story: UInt16 = 1

  /// The bits of some zones.
  static func bits(_ wanted: Set<ZoneKind>) -> UInt16 {
    zones.indices.reduce(0) { wanted.contains(zones[$1]) ? $0 | 1 << UInt16($1) : $0 }
  }

  /// For each byte, whether a line of it is in one of some zones.
  static func filter(_ wanted: Set<ZoneKind>) -> [Bool] {
    (UInt8.min...UInt8.max).map { byte in
      let zone = Int(byte & 0xF)
      return byte != gone && zones.indices.contains(zone) && wanted.contains(zones[zone])
    }
  }
}
