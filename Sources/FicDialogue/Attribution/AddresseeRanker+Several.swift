extension AddresseeRanker {
  /// More people than these are a crowd, whom a name of its own means.
  private static let mostPeople = 6

  /// The several people to whom a turn may be spoken, each with what it is; none where neither its
  /// words nor its tag mean several.
  func several(around index: Int) -> [(people: [Int], cues: [AddresseeCue])] {
    let vocatives = turns[index].vocatives
    let called =
      vocatives.isEmpty ? [] : vocatives.filter { $0 != speakers[index] && traits[$0].isPerson }
    guard turns[index].callsSeveral || turns[index].object == .they || called.count > 1 else {
      return []
    }
    let before = others(than: index, by: -1)
    let after = others(than: index, by: 1)
    var result: [(people: [Int], cues: [AddresseeCue])] = []
    func add(_ people: [Int], _ cue: AddresseeCue) {
      guard people.count > 1, people.count <= Self.mostPeople else { return }
      let people = people.sorted()
      if let known = result.firstIndex(where: { $0.people == people }) {
        result[known].cues.append(cue)
      } else {
        result.append((people, [cue]))
      }
    }
    add(called, .severalCalled)
    add(Array(before.prefix(2)), .spokeLast)
    add(Array(after.prefix(2)), .speakNext)
    if let one = before.first, let other = after.first, one != other { add([one, other], .around) }
    if before.count > 2 { add(Array(before.prefix(3)), .threeSpoke) }
    add(
      sceneSpeakers.map(\.member).filter { $0 != speakers[index] && !traits[$0].isGroup },
      .wholeScene
    )
    return result
  }

  /// Who else speaks near before or after a turn, the nearest first.
  private func others(than index: Int, by step: Int) -> [Int] {
    var result: [Int] = []
    var other = index + step
    while abs(other - index) <= Self.window, isNear(other, index), result.count < 3 {
      let speaker = speakers[other]
      if speaker >= 0, speaker != speakers[index], !traits[speaker].isGroup,
        !result.contains(speaker)
      {
        result.append(speaker)
      }
      other += step
    }
    return result
  }

  /// What leads from the turn before to a turn.
  func link(to index: Int) -> [Float] {
    var link = [Float](repeating: 0, count: AddresseeLinkCue.allCases.count)
    func set(_ cue: AddresseeLinkCue, _ isTrue: Bool = true) {
      if isTrue { link[cue.rawValue] = 1 }
    }
    let isSideBySide = turns[index].firstParagraph - turns[index - 1].lastParagraph <= 1
    if speakers[index] == speakers[index - 1] {
      set(isSideBySide ? .nearOn : .farOn)
    } else if isNear(index - 2, index), speakers[index] == speakers[index - 2] {
      set(isSideBySide ? .nearBack : .farBack)
    } else {
      set(isSideBySide ? .nearOther : .farOther)
    }
    set(.calls, !turns[index].vocatives.isEmpty)
    set(.faces, !turns[index].faced.members.isEmpty || turns[index].addressed != nil)
    set(.asks, turns[index].asks)
    set(.asksBefore, turns[index - 1].asks)
    set(.fewVoices, voices[index] <= 2)
    set(.manyVoices, voices[index] >= 4)
    return link
  }
}
