import FicModel

/// Brings the cast of a newly parsed work into the order of the cast that the index has, so that a
/// chapter that did not change keeps its records.
struct CastAlignment {
  /// The stored members in their places, each as it is now; then those who are new.
  private(set) var cast: [CastMember]

  /// For each index in the parsed cast, the index in `cast`.
  private var places: [Int] = []

  /// Aligns `parsed` with `stored` by name.
  ///
  /// A stored member who is gone keeps the place, without mentions.
  init(parsed: [CastMember], stored: [CastMember]) {
    cast = stored.map { member in
      var member = member
      member.mentions = 0
      return member
    }
    var places: [String: Int] = [:]
    for (index, member) in stored.enumerated() where places[Self.key(member)] == nil {
      places[Self.key(member)] = index
    }
    for member in parsed {
      if let place = places.removeValue(forKey: Self.key(member)) {
        cast[place] = member
        self.places.append(place)
      } else {
        self.places.append(cast.count)
        cast.append(member)
      }
    }
  }

  private static func key(_ member: CastMember) -> String {
    "\(member.kind.rawValue)\u{0}\(member.isNarrator)\u{0}\(member.name)"
  }

  /// The place in `cast` of a member of the parsed cast.
  func place(of id: CastID) -> CastID {
    places.indices.contains(id.rawValue) ? CastID(rawValue: places[id.rawValue]) : id
  }

  /// The chapter with every member's place in `cast`.
  func aligned(_ chapter: Chapter) -> Chapter {
    var chapter = chapter
    for index in chapter.utterances.indices {
      let speaker = chapter.utterances[index].attribution.speaker
      chapter.utterances[index].attribution.speaker = speaker.map(place)
      chapter.utterances[index].addressees = chapter.utterances[index].addressees.map(place)
    }
    for index in chapter.mentions.indices {
      chapter.mentions[index].member = place(of: chapter.mentions[index].member)
    }
    return chapter
  }
}
