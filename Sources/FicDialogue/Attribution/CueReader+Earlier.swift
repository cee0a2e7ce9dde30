extension CueReader {
  /// Reads what the first pass gives the candidates of the turns around, and whose words are like
  /// the turn's.
  mutating func readEarlier(_ context: TurnContext, _ facts: inout TurnFacts) {
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
    facts.surely = surely(context.index)
    facts.surelyBefore = surely(context.index - 1)
    facts.surelyAfter = surely(context.index + 1)
    readAnswers(to: context.index - 1, \.answersBefore)
    readAnswers(to: context.index + 1, \.answersAfter)
    readSounds(of: context, &facts)
    readTopics(of: context, &facts)
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

  private func surely(_ index: Int) -> Float {
    guard earlier.indices.contains(index), scenes[index] == scene else { return 0 }
    return Float(earlier[index].probability)
  }

  /// Adds up how likely each candidate follows the speakers of a turn beside, by the habits of the
  /// work.
  private mutating func readAnswers(to index: Int, _ sum: WritableKeyPath<Standing, Double>) {
    guard let learnt, earlier.indices.contains(index), scenes[index] == scene else { return }
    for share in earlier[index].shares where share.probability > 0.1 {
      for place in standings.indices where candidatesRead[place] != share.member {
        standings[place][keyPath: sum] +=
          share.probability * learnt.turns.answer(of: candidatesRead[place], to: share.member)
      }
    }
  }

  /// How much the turn sounds like each candidate.
  mutating func readSounds(of context: TurnContext, _ facts: inout TurnFacts) {
    guard let learnt else { return }
    for events in SpeechEvents.allCases { readStyle(of: context, events, learnt, &facts) }
    guard hasVoices else { return }
    var best: Float?
    for place in standings.indices {
      let share = Double(standings[place].shares[SharePlace.own])
      let voice = learnt.voices.likeness(
        of: context.turn.marks,
        to: candidatesRead[place],
        without: share
      )
      standings[place].voice = voice
      best = max(best ?? voice, voice)
    }
    facts.bestVoice = best ?? 0
  }

  /// Sets how much the turn is like what each candidate says.
  private mutating func readStyle(
    of context: TurnContext,
    _ events: SpeechEvents,
    _ learnt: Learnt,
    _ facts: inout TurnFacts
  ) {
    var best: Float?
    learnt.styles[events.rawValue].likenesses(
      of: context.index,
      in: context.turns,
      of: reader.chapter,
      taughtBy: earlier[context.index]
    ) { member, likeness in
      let place = Int(places[member])
      guard place >= 0 else { return }
      standings[place].set(likeness, by: events)
      best = max(best ?? likeness, likeness)
    }
    facts.bestLikenesses[events.rawValue] = best ?? 0
  }

  /// How far around a turn others may be about the same.
  private static let topicWindow = 6

  /// How many rare words the turn shares with those of each candidate near it.
  mutating func readTopics(of context: TurnContext, _ facts: inout TurnFacts) {
    topics.take(context.index)
    for step in 1...Self.topicWindow {
      for index in [context.index - step, context.index + step] {
        guard earlier.indices.contains(index), scenes[index] == context.turn.scene else { continue }
        let shared = topics.shared(with: index)
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
