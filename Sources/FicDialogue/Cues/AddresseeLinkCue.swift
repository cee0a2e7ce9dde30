/// What holds of a turn and the one before.
///
/// With it, whoever was spoken to in that one, or in the one before that, is worth more or less.
enum AddresseeLinkCue: Int, CaseIterable, Sendable {
  // The speaker goes on, comes back, or is another; the turns stand side by side, or not.
  case nearOn, nearBack, nearOther, farOn, farBack, farOther
  // The turn calls somebody; its narration turns to somebody; it asks, or the turn before does.
  case calls, faces, asks, asksBefore
  // Two people only speak near; four and more do.
  case fewVoices, manyVoices

  /// The name in the table of weights.
  var name: String { "AddresseeLinkCue.\(self)" }
}
