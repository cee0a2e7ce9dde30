import FicModel

/// What one speaker says in one paragraph, or goes on saying in the next, before its speaker is
/// known.
struct Turn: Sendable {
  /// A quotation of the turn.
  struct Part: Hashable, Sendable {
    /// The index of its paragraph in the chapter.
    var paragraph: Int
    /// Its index in the paragraph.
    var quotation: Int
  }

  /// The index of its chapter in the work.
  var chapter: Int
  /// The index of its scene in the chapter.
  var scene: Int
  /// Its quotations, in reading order; never empty.
  var parts: [Part]
  /// Whether it is thought, which nobody answers.
  var isThought: Bool
  /// Whether it is written and not spoken: a message of a chat, a letter.
  var isMessage = false
  /// What a tag says.
  var tag: Finding?
  /// What the narration before the quotation says, if it is no tag.
  var leading: Finding?
  /// What the narration after the quotation says, if it is no tag.
  var following: Finding?
  /// The subject of the last sentence of the paragraph of narration before.
  var before: Subject?
  /// The member whom a tag names as the one spoken to: "said Ron to Ada".
  var addressed: Int?
  /// The group that "they" in the tag may mean.
  var together: Int?
  /// Whether the tag says that several speak at once.
  var isTogether = false
  /// Whom the tag's pronoun says is spoken to: "he told her".
  var object: Subject.Kind?
  /// The member as whom the speaker introduces itself: "I'm Ada".
  var introduced: Int?
  /// How many words it says.
  var words = 0
  /// Whether a question mark or an exclamation mark ends it.
  var asks = false
  var exclaims = false
  /// Whether a dash ends it: somebody breaks in.
  var breaksOff = false
  /// The signs that it begins with: its marks, and one of emphasis within them.
  var marks: UInt16 = 0
  /// Whether it says "you", or "I".
  var saysYou = false
  var saysI = false
  /// The members whom the turn speaks to by name.
  var vocatives: [Int] = []
  /// Whether it speaks to men, to women: "sir", "ma'am".
  var callsMen = false
  var callsWomen = false
  /// Whether it speaks to several at once: "you two", "everybody,".
  var callsSeveral = false
  /// The titles that it speaks to, as words: "captain".
  var titles: [Int32] = []
  /// The other members whom it names.
  var named: [Int] = []
  /// The members whom the narration of its paragraphs names.
  var narrated: [Int] = []
  /// Whom its narration turns to: "with a look at Ada", "to the captain", "at her".
  var faced = FacedPeople()
  /// Whether another turn stands in the same paragraph before it.
  var sharesParagraph = false

  /// The first paragraph.
  var firstParagraph: Int { parts.first?.paragraph ?? 0 }
  /// The last paragraph.
  var lastParagraph: Int { parts.last?.paragraph ?? 0 }
}
