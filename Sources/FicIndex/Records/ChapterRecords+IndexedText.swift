package import FicModel

// What a backend indexes of a chapter, the same for every backend.

extension ChapterRecords {
  /// Parts two names of a name column, so that no phrase runs from one into the other: U+001E.
  package static let nameBarrier = "\u{1E}"

  /// The bytes whose terms the unit at `index` of the units of `kind` holds.
  ///
  /// Of a scene, what is story; of an utterance, what its quotations hold; of other matter, all.
  /// Empty for an index that has no unit.
  package func indexedText(of kind: IndexUnit.Kind, at index: Int) -> [UInt8] {
    let units = units(kind)
    guard units.indices.contains(index) else { return [] }
    switch kind {
    case .scene: return chapter.joined(chapter.storySpans(in: units[index].span))
    case .matter: return chapter.joined([units[index].span])
    case .utterance: return chapter.joined(utterance(of: index)?.indexedSpans ?? [])
    }
  }

  /// The names of the cast that the scene unit at `index` has.
  package func castNames(ofScene index: Int) -> String {
    scenes.indices.contains(index) ? joinedNames(of: scenes[index].present) : ""
  }

  /// The names of the speaker of the utterance unit at `index`; empty where the speaker is open.
  package func speakerNames(ofUtterance index: Int) -> String {
    joinedNames(of: [utterance(of: index)?.attribution.speaker].compactMap(\.self))
  }

  /// The names of the addressees of the utterance unit at `index`.
  package func addresseeNames(ofUtterance index: Int) -> String {
    joinedNames(of: utterance(of: index)?.addressees ?? [])
  }

  /// Those of the cast who are present, speak or are spoken to.
  package var occurringMembers: Set<CastID> {
    var members = Set(scenes.lazy.flatMap(\.present))
    for utterance in chapter.utterances {
      members.formUnion(utterance.addressees)
      if let speaker = utterance.attribution.speaker { members.insert(speaker) }
    }
    return members
  }

  /// The units of a kind, in reading order.
  package func units(_ kind: IndexUnit.Kind) -> [IndexUnit] {
    switch kind {
    case .scene: scenes
    case .utterance: utterances
    case .matter: matter
    }
  }

  /// The utterance that the utterance unit at `index` stands for; nil where there is none.
  package func utterance(of index: Int) -> Utterance? {
    guard utteranceIndexes.indices.contains(index) else { return nil }
    let place = utteranceIndexes[index]
    return chapter.utterances.indices.contains(place) ? chapter.utterances[place] : nil
  }

  private func joinedNames(of members: [CastID]) -> String {
    members.flatMap { member in
      cast.indices.contains(member.rawValue) ? cast[member.rawValue].indexedNames : []
    }
    .joined(separator: Self.nameBarrier)
  }
}

extension CastMember {
  /// The names under which a member is found: the fullest first, then the aliases.
  package var indexedNames: [String] { [name] + aliases }
}

extension Chapter {
  /// The bytes of `spans`, a line feed between two; what lies outside the text is left out.
  fileprivate func joined(_ spans: [TextSpan]) -> [UInt8] {
    let whole = TextSpan(0, text.count)
    var result: [UInt8] = []
    for span in spans {
      let part = span.intersection(whole)
      if !result.isEmpty { result.append(0x0A) }
      result += text[part.range]
    }
    return result
  }
}
