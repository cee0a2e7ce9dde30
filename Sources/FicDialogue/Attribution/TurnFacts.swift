import FicModel

/// What is the same for all candidates of a turn.
struct TurnFacts {
  /// The gender of the tag's pronoun or noun.
  var tagGender: Gender?
  /// The gender of the beat's pronoun or noun.
  var beatGender: Gender?
  /// The member named last whom the tag fits, or -1.
  var firstFitting = -1
  /// Whether one member only of the five named last fits the tag.
  var isSoleFitting = false
  /// How many of the members named last fit the tag and are named in the scene.
  var fittingInScene = 0
  /// The last subject of a sentence whom the tag fits, or -1.
  var subjectFitting = -1
  /// The last subject of a sentence whom the beat fits, or -1.
  var beatSubjectFitting = -1
  /// The first and the last member whom the paragraph of narration before names, or -1.
  var beforeFirst = -1
  var beforeLast = -1
  /// The only one whom it names, or -1.
  var beforeOnly = -1
  /// The subject of that paragraph's last sentence, or -1.
  var beforeSubject = -1
  /// The gender of the pronoun that is its subject.
  var beforeGender: Gender?
  /// The member whom that pronoun most likely means, or -1.
  var beforeMeant = -1
  /// Whom the tag of a turn right before names as the one spoken to, or -1.
  var addressedBefore = -1
  /// The pronoun that stands for that one, and whom the tag names as the speaker, or -1.
  var objectBefore: Subject.Kind?
  var speakerBefore = -1
  /// The gender of the people whom the turn calls, and the turn before.
  var calls: Gender?
  var called: Gender?
  /// The titles that the turn calls, and the turn before.
  var titles: [Int32] = []
  var calledTitles: [Int32] = []
  /// The first word that is said, and the one after the last.
  var firstWord = 0
  var lastWord = 0
  /// Whether a paragraph of narration stands before the turn's first, and after its last.
  var followsNarration = false
  var leadsToNarration = false
  /// Whether the tag or the beat has somebody new as its subject: "a voice", "somebody".
  var hasNewcomer = false
  /// How sure the first pass is of the turn and of those beside it; 0 where there is none.
  var surely: Float = 0
  var surelyBefore: Float = 0
  var surelyAfter: Float = 0
  /// What the candidate has whom the turn sounds like most, and who spoke of the same most.
  var bestLikenesses = SIMD4<Float>()
  var bestVoice: Float = 0
  var bestTopic: Float = 0
}
