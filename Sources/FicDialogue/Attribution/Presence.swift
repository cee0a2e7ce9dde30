/// Where the narration so far has named a member.
struct Presence: Sendable {
  /// The number of the scene that last named it.
  var scene = -1
  /// The paragraph whose narration named it last, counted through all chapters.
  var paragraph = Int.min / 2
  /// The word of narration that named it last, and the first, counted through all chapters.
  private(set) var token = Int.min / 2
  private(set) var firstToken = Int.max
  /// The words that named it before that one.
  private var tokensBefore = SIMD2<Int>(repeating: Int.min / 2)
  /// How often the scene `mentionScene` has named it.
  private var mentions = 0
  /// How often of these it is no mere owner: "Ada's hat".
  private var ownNames = 0
  /// Whether it was named last as an owner.
  private(set) var isOwner = false
  private var mentionScene = -1
  /// What the first reading gives it of the turns of the scene `speakScene`.
  private var speaks = 0.0
  private var speakScene = -1

  /// Counts a name in a scene, at a word.
  mutating func mention(in scene: Int, at token: Int, isPossessive: Bool) {
    tokensBefore = [self.token, tokensBefore[0]]
    self.token = token
    firstToken = min(firstToken, token)
    if mentionScene != scene {
      mentionScene = scene
      mentions = 0
      ownNames = 0
    }
    mentions += 1
    if !isPossessive { ownNames += 1 }
    isOwner = isPossessive
  }

  /// Adds what the first reading gives the member of a turn of a scene.
  mutating func speak(_ share: Double, in scene: Int) {
    if speakScene != scene {
      speakScene = scene
      speaks = 0
    }
    speaks += share
  }

  /// How often a scene has named it; 0 for who is not there.
  func mentions(in scene: Int) -> Int { mentionScene == scene ? mentions : 0 }

  /// Whether a scene has named it as an owner only.
  func isOnlyOwner(in scene: Int) -> Bool {
    mentionScene == scene && mentions > 0 && ownNames == 0
  }

  /// What the first reading gives it of the turns of a scene; nil where that is nothing.
  func speaks(in scene: Int) -> Double? { speakScene == scene ? speaks : nil }

  /// How often the narration has named it after a word: up to three times.
  func mentions(since word: Int) -> Int {
    token <= word ? 0 : tokensBefore[0] <= word ? 1 : tokensBefore[1] <= word ? 2 : 3
  }
}
