extension CueReader {
  /// Reads what the first pass gives the candidates of the turns around, and whose words are like
  /// the turn's.
  mutating func readEarlier(
    _ context: TurnContext,
    in turns: [Turn],
    _ facts: inout TurnFacts
  ) {
    addShares(of: context.index, step: 0, weight: 0)
    var weight: Float = 1
    for step in 1...Self.window {
      weight *= 0.85
      addShares(of: context.index - step, step: -step, weight: weight)
      addShares(of: context.index + step, step: step, weight: weight)
    }
    windowSum = 0
    var order: [(window: Float, place: Int)] = []
    for place in standings.indices where standings[place].window > 0 {
      windowSum += standings[place].window
      order.append((standings[place].window, place))
    }
    order.sort { ($0.window, $1.place) > ($1.window, $0.place) }
    for (rank, entry) in order.enumerated() { standings[entry.place].windowPlace = rank }
    readSounds(of: context, &facts)
    readTopics(of: context, in: turns, &facts)
  }

  /// How many turns before and after are looked at.
  private static let window = 8

  mutating func addShares(of index: Int, step: Int, weight: Float) {
    guard earlier.indices.contains(index), scenes[index] == scene else { return }
    let place = SharePlace.of(step)
    for share in earlier[index].shares {
      let probability = Float(share.probability)
      with(share.member) { standing in
        if let place { standing.shares[place] = probability }
        standing.window += probability * weight
        if probability > 0.5, step < 0, standing.lastTurn == 0 { standing.lastTurn = -step }
        if probability > 0.5, step > 0, standing.nextTurn == 0 { standing.nextTurn = step }
      }
    }
  }

  /// How much the turn sounds like each candidate.
  mutating func readSounds(of context: TurnContext, _ facts: inout TurnFacts) {
    let decision = earlier[context.index]
    if let learnt {
      facts.bestSound = readSounds(of: context, learnt.words, decision) { $0.sound = $1 }
      facts.bestLetters = readSounds(of: context, learnt.letters, decision) { $0.letters = $1 }
    }
    guard let voices = learnt?.voices, !voices.areAlike else { return }
    var best: Float?
    for place in standings.indices {
      let share = Double(standings[place].shares[SharePlace.own])
      let voice = voices.likeness(
        of: context.turn.marks,
        to: candidatesRead[place],
        without: share
      )
      standings[place].voice = voice
      best = max(best ?? voice, voice)
    }
    facts.bestVoice = best ?? 0
  }

  /// Sets how much the turn sounds like each candidate by one model; the most of it is returned.
  mutating func readSounds(
    of context: TurnContext,
    _ style: SpeechStyle,
    _ decision: JointPass.Decision,
    _ set: (inout Standing, Float) -> Void
  ) -> Float {
    var best: Float?
    for (member, sound) in style.likenesses(
      of: context.turn,
      in: reader.chapter,
      taughtBy: decision
    ) {
      let place = Int(places[member])
      guard place >= 0 else { continue }
      set(&standings[place], sound)
      best = max(best ?? sound, sound)
    }
    return best ?? 0
  }

  /// How far around a turn others may be about the same.
  private static let topicWindow = 6

  /// How many rare words the turn shares with those of each candidate near it.
  mutating func readTopics(
    of context: TurnContext,
    in turns: [Turn],
    _ facts: inout TurnFacts
  ) {
    topics.take(context.turn, in: reader.chapter)
    for step in 1...Self.topicWindow {
      for index in [context.index - step, context.index + step] {
        guard earlier.indices.contains(index), scenes[index] == context.turn.scene else { continue }
        let shared = topics.shared(with: turns[index], in: reader.chapter)
        guard shared > 0 else { continue }
        for share in earlier[index].shares {
          let part = Float(share.probability) * shared
          with(share.member) { $0.topic += part }
        }
      }
    }
    for standing in standings { facts.bestTopic = max(facts.bestTopic, standing.topic) }
  }
}
