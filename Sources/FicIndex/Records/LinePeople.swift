package import FicModel

/// Who a line has to do with.
package struct LinePeople: Hashable, Sendable {
  /// Who speaks in it; nil where nobody does, or it is open who.
  package var speaker: CastID?

  /// Whom that is to.
  package var addressees: [CastID]

  /// Whom it names, ascending.
  package var named: [CastID]

  /// How sure the speaker is, 0…1; of several turns of one speaker, the least; 0 where nobody
  /// speaks.
  package var confidence: Double

  /// The confidence in 200ths, rounded down: what an index keeps of it.
  package var confidenceStep: UInt8 { Self.step(confidence) }

  /// A confidence in 200ths, rounded down; a bound and a line's figure are compared so.
  package static func step(_ confidence: Double) -> UInt8 {
    // Of thousandths, which is what an index keeps of an utterance.
    UInt8(clamping: Int((min(1, max(0, confidence)) * 1000).rounded()) / 5)
  }

  /// Everybody.
  package var all: Set<CastID> { Set(addressees + named + [speaker].compactMap(\.self)) }
}

extension Chapter {
  /// Who each of some lines of the chapter, in their order, has to do with.
  ///
  /// Complexity: linear in lines, utterances and mentions.
  package func people(of lines: [Line]) -> [LinePeople] {
    var named = lines.map { _ in Set<CastID>() }
    var pieces = lines.enumerated().flatMap { index, line in line.pieces.map { ($0, index) } }
    pieces.sort { $0.0 < $1.0 }
    var place = 0
    for mention in mentions {
      while place < pieces.count, pieces[place].0.end <= mention.span.start { place += 1 }
      guard place < pieces.count else { break }
      if pieces[place].0.start <= mention.span.start {
        named[pieces[place].1].insert(mention.member)
      }
    }
    return lines.indices.map { index in
      var people = LinePeople(addressees: [], named: named[index].sorted(), confidence: 0)
      let turns = utterances[lines[index].utterances].filter { $0.kind != .notSpeech }
      people.speaker = turns.first?.attribution.speaker
      for addressee in turns.flatMap(\.addressees) where !people.addressees.contains(addressee) {
        people.addressees.append(addressee)
      }
      people.confidence = turns.map(\.attribution.confidence).min() ?? 0
      return people
    }
  }

  /// Those of the cast who speak, are spoken to or are named.
  package var occurringMembers: Set<CastID> {
    var members = Set(mentions.map(\.member))
    for utterance in utterances where utterance.kind != .notSpeech {
      members.formUnion(utterance.addressees)
      if let speaker = utterance.attribution.speaker { members.insert(speaker) }
    }
    return members
  }
}
