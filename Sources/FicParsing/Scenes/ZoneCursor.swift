import FicModel

/// Finds the zone of ascending offsets without searching anew.
struct ZoneCursor {
  private let zones: [Zone]
  private var index = 0

  init(_ zones: [Zone]) {
    self.zones = zones
  }

  /// The zone at `offset`, which must not lie before that of an earlier call; nil past the end.
  mutating func zone(at offset: Int) -> Zone? {
    while index < zones.count, zones[index].span.end <= offset { index += 1 }
    return index < zones.count && zones[index].span.start <= offset ? zones[index] : nil
  }

  /// The kind of the zone at `offset`; story where there is none.
  mutating func kind(at offset: Int) -> ZoneKind { zone(at: offset)?.kind ?? .story }
}
