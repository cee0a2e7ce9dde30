/// What a first pass over the turns of a work teaches a second one.
///
/// Shared and never changed, since every candidate looks at it.
final class Learnt: Sendable {
  /// Who is there when tags have a description.
  let habits: NounHabits
  /// How each talks, by what is counted.
  let styles: [SpeechStyle]
  /// How much each says, and who answers whom.
  let turns: TurnHabits
  /// Which words are rare.
  let topics: Topics
  /// In which marks each speaks.
  let voices: Voices

  /// Creates what was learnt.
  init(
    habits: NounHabits,
    styles: [SpeechStyle],
    turns: TurnHabits,
    topics: Topics,
    voices: Voices
  ) {
    self.habits = habits
    self.styles = styles
    self.turns = turns
    self.topics = topics
    self.voices = voices
  }
}
