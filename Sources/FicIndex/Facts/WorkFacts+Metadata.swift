package import FicModel

extension WorkFacts {
  /// Brings what a source says of a work into one form.
  ///
  /// Complexity: linear in the fields.
  package init(_ metadata: WorkMetadata) {
    self.init()
    fandoms = Self.distinct(metadata.values(of: "fandom"))
    characters = Self.distinct(metadata.values(of: "char"))
    warnings = Self.distinct(metadata.values(of: "warning"))
    genres = Self.distinct(metadata.values(of: "genre").flatMap(Self.genres))
    readShips(metadata)
    readTags(metadata)
    rating = metadata["rating"].map { ContentRating(reading: $0)?.rawValue ?? $0 }
    language = metadata["lang"].map { LanguageName.code(of: $0) ?? $0 }
    url = metadata["url"]
    site = Self.site(metadata)
    series = metadata["series"]
    part = metadata["part"]
    words = metadata["words"].flatMap(Self.words)
    chapters = metadata["chapters"].flatMap(Self.count)
    published = Self.date("published", metadata)
    updated = Self.date("updated", metadata)
    packaged = Self.date("packaged", metadata)
    summary = metadata["summary"]
    readStatus(metadata)
  }

  /// The values without doubles that differ by case or marks only.
  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return values.filter { seen.insert(FoldedWords.bytes(of: $0)).inserted }
  }

  // MARK: Pairings and tags

  private mutating func readShips(_ metadata: WorkMetadata) {
    var seen: Set<FoldedShip> = []
    for value in metadata.values(of: "ship") {
      let ship = ShipName(value)
      guard !ship.names.isEmpty, seen.insert(FoldedShip(ship)).inserted else { continue }
      ships.append(ship.description)
    }
  }

  /// What exporters put among the tags and is none.
  private static let noTags: Set<String> = ["fanfiction", "fanworks", "fan fiction"]

  /// Tags without a status and days of updates, as FanFicFare writes them into books.
  private mutating func readTags(_ metadata: WorkMetadata) {
    tags = Self.distinct(metadata.values(of: "tag")).filter { tag in
      let folded = tag.lowercased()
      return !Self.noTags.contains(folded) && !folded.hasPrefix("last update")
        && !["in-progress", "completed", "complete"].contains(folded)
    }
  }

  /// The genres that strokes part; "Hurt/Comfort" is one.
  private static func genres(_ value: String) -> [String] {
    value.replacing("Hurt/Comfort", with: "Hurt\u{0}Comfort").split(separator: "/").map {
      $0.replacing("\u{0}", with: "/").split { $0.isWhitespace }.joined(separator: " ")
    }
  }

  // MARK: Names

  private static func site(_ metadata: WorkMetadata) -> String? {
    if let host = metadata["url"].flatMap(SiteName.host(ofAddress:)) { return host }
    guard let site = metadata["site"] ?? metadata["site_abbrev"] else { return nil }
    return SiteName.host(of: site) ?? SiteName.host(ofAddress: "http://\(site)") ?? site
  }

  private mutating func readStatus(_ metadata: WorkMetadata) {
    let values = metadata.values(of: "status")
    for value in values {
      if let known = WorkStatus(reading: value) {
        status = known.rawValue
        return
      }
      // "Completed: 2020-01-02"
      if let day = CalendarDate(reading: value) {
        status = WorkStatus.complete.rawValue
        updated = updated ?? day
        return
      }
    }
    if let value = values.first {
      status = value
    } else if let chapters = metadata["chapters"] {
      status = Self.status(ofChapters: chapters)?.rawValue
    } else {
      status =
        metadata.values(of: "tag").lazy.compactMap { tag in
          ["in-progress", "completed"].contains(tag.lowercased()) ? WorkStatus(reading: tag) : nil
        }.first?.rawValue
    }
  }

  /// `3/3` is all of them, `3/10` and `3/?` are not.
  private static func status(ofChapters text: String) -> WorkStatus? {
    let counts = text.split(separator: "/").map { $0.filter { !$0.isWhitespace } }
    guard counts.count == 2, Int(counts[0]) != nil else { return nil }
    return counts[0] == counts[1] ? .complete : .inProgress
  }

  // MARK: Numbers and days

  private static func date(_ key: String, _ metadata: WorkMetadata) -> CalendarDate? {
    metadata[key].flatMap { CalendarDate(reading: $0) }
  }

  /// A number of words, unless it counts pages.
  private static func words(_ text: String) -> Int? {
    let folded = text.lowercased()
    guard !folded.contains("page"), !folded.contains("стр") else { return nil }
    return count(text)
  }

  /// The first number in a text: `114,414`, `114 414 words`, `3/?`, `~12k`.
  static func count(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: isDigit) else { return nil }
    var end = start
    var number = 0
    while end < bytes.count, number < 1_000_000_000_000 {
      if isDigit(bytes[end]) {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      } else if let next = separatorEnd(in: bytes, at: end) {
        end = next
      } else {
        break
      }
    }
    guard end < bytes.count else { return number }
    let isScaled = bytes[end] | 0x20 == UInt8(ascii: "k")
    let endsThere = end + 1 == bytes.count || bytes[end + 1] | 0x20 < UInt8(ascii: "a")
    return isScaled && endsThere ? number * 1000 : number
  }

  /// Where the digits go on behind a sign that parts thousands: three of them, and no more.
  private static func separatorEnd(in bytes: [UInt8], at place: Int) -> Int? {
    var next = place
    switch bytes[place] {
    case 0x20, 0x27, 0x2C, 0x2E, 0x5F: next += 1
    // A no-break space, or a narrow one.
    case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: next += 2
    case 0xE2 where place + 2 < bytes.count && bytes[place + 2] == 0xAF: next += 3
    default: return nil
    }
    guard next + 3 <= bytes.count, bytes[next..<next + 3].allSatisfy(isDigit),
      next + 3 == bytes.count || !isDigit(bytes[next + 3])
    else { return nil }
    return next
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
