/// What the lexicon knows of a word.
///
/// A word may be several things.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// A past or present form that tags speech: "said", "asks".
  static let speech = WordClass(rawValue: 1 << 0)
  /// A base form that tags speech after an auxiliary or "I": "say".
  static let speechBase = WordClass(rawValue: 1 << 1)
  /// An -ing form that tags speech: "saying".
  static let speechParticiple = WordClass(rawValue: 1 << 2)
  /// A French, Spanish or German form that tags speech: "dit".
  static let foreignSpeech = WordClass(rawValue: 1 << 3)
  /// A verb that is a tag only beside a quotation, for it mostly is something else: "started".
  static let weakSpeech = WordClass(rawValue: 1 << 4)
  /// A verb that tags thought: "thought", "wondered".
  static let thought = WordClass(rawValue: 1 << 5)

  /// "he" and its like in other languages, as a subject.
  static let he = WordClass(rawValue: 1 << 6)
  /// "she" and its like.
  static let she = WordClass(rawValue: 1 << 7)
  /// "they" and its like.
  static let they = WordClass(rawValue: 1 << 8)
  /// "I" and its like.
  static let first = WordClass(rawValue: 1 << 9)
  /// "we".
  static let firstPlural = WordClass(rawValue: 1 << 10)
  /// "you".
  static let second = WordClass(rawValue: 1 << 11)
  /// "it".
  static let it = WordClass(rawValue: 1 << 12)
  /// "him", "his", "himself".
  static let hisForm = WordClass(rawValue: 1 << 13)
  /// "her", "hers", "herself".
  static let herForm = WordClass(rawValue: 1 << 14)
  /// "them", "their".
  static let theirForm = WordClass(rawValue: 1 << 15)
  /// "my", "me".
  static let myForm = WordClass(rawValue: 1 << 16)

  /// "the", "a", "another".
  static let determiner = WordClass(rawValue: 1 << 17)
  /// "his", "my", "their" before a noun.
  static let possessive = WordClass(rawValue: 1 << 18)
  /// A word that may stand between a subject and its verb: "had", "then", "quietly".
  static let filler = WordClass(rawValue: 1 << 19)
  /// "of", "with", "in".
  static let preposition = WordClass(rawValue: 1 << 20)
  /// "who", "which".
  static let relative = WordClass(rawValue: 1 << 21)
  /// "and", "but".
  static let conjunction = WordClass(rawValue: 1 << 22)
  /// No name, even with a capital.
  static let function = WordClass(rawValue: 1 << 23)

  /// A noun for a man.
  static let maleNoun = WordClass(rawValue: 1 << 24)
  /// A noun for a woman.
  static let femaleNoun = WordClass(rawValue: 1 << 25)
  /// A noun for a person.
  static let personNoun = WordClass(rawValue: 1 << 26)
  /// A noun for several people.
  static let groupNoun = WordClass(rawValue: 1 << 27)
  /// A part or a doing of a person that stands for it: "voice", "eyes".
  static let bodyNoun = WordClass(rawValue: 1 << 28)

  /// Stands before a name: "Mr", "Captain".
  static let title = WordClass(rawValue: 1 << 29)
  /// A title of men.
  static let maleTitle = WordClass(rawValue: 1 << 30)
  /// A title of women.
  static let femaleTitle = WordClass(rawValue: 1 << 31)
  /// A title that may stand without the name: "the Captain".
  static let loneTitle = WordClass(rawValue: 1 << 32)
  /// A title that is a relation: "Aunt".
  static let kin = WordClass(rawValue: 1 << 33)

  /// A given name of men.
  static let maleName = WordClass(rawValue: 1 << 34)
  /// A given name of women.
  static let femaleName = WordClass(rawValue: 1 << 35)
  /// A given name of anybody.
  static let neutralName = WordClass(rawValue: 1 << 36)
  /// An adjective that goes with a name: "old", "poor".
  static let epithet = WordClass(rawValue: 1 << 37)
  /// Joins the words of a name: "von", "de".
  static let particle = WordClass(rawValue: 1 << 38)
  /// Ends with a stop that ends no sentence: "Mr", "Dr".
  static let abbreviation = WordClass(rawValue: 1 << 39)
  /// A verb of sense or motion that people alone are the subject of: "nodded".
  static let action = WordClass(rawValue: 1 << 40)
  /// Opens an exclamation before a vocative: "oh", "dear", "my".
  static let vocativeLead = WordClass(rawValue: 1 << 41)
  /// A French pronoun that follows its verb with a hyphen: "-il".
  static let enclitic = WordClass(rawValue: 1 << 42)

  /// A verb that tags speech with "on", "in" or "out" only: "went".
  static let particleSpeech = WordClass(rawValue: 1 << 43)
  /// Ends with -ed.
  static let edForm = WordClass(rawValue: 1 << 44)
  /// Ends with -ing.
  static let ingForm = WordClass(rawValue: 1 << 45)
  /// "on", "in", "out" after a verb.
  static let verbParticle = WordClass(rawValue: 1 << 46)
  /// A form of "be", "have", "do" or a modal verb.
  static let auxiliary = WordClass(rawValue: 1 << 47)
  /// A common irregular past form: "took", "felt".
  static let irregularPast = WordClass(rawValue: 1 << 48)
  /// A noun that mostly means somebody who has a name: "man", "voice", "mother".
  static let genericNoun = WordClass(rawValue: 1 << 49)

  /// A noun for what is said: "reply", "answer".
  static let speechNoun = WordClass(rawValue: 1 << 50)
  /// "was" and its like, between a noun and what it is; "came" too.
  static let copula = WordClass(rawValue: 1 << 51)
  /// "sir", "lads": a way to speak to men.
  static let callsMen = WordClass(rawValue: 1 << 52)
  /// "ma'am", "ladies": a way to speak to women.
  static let callsWomen = WordClass(rawValue: 1 << 53)

  /// An article that tells a man's noun from a woman's: "le", "el", "der".
  static let maleArticle = WordClass(rawValue: 1 << 54)
  /// "la", "une", "die".
  static let femaleArticle = WordClass(rawValue: 1 << 55)

  /// "everybody", "guys": a way to speak to several.
  static let callsSeveral = WordClass(rawValue: 1 << 56)

  /// How somebody speaks: "tone", "haste".
  static let mannerNoun = WordClass(rawValue: 1 << 57)

  /// A word of given names.
  static let givenName: WordClass = [.maleName, .femaleName, .neutralName]
  /// Any noun for one person.
  static let anyPerson: WordClass = [.maleNoun, .femaleNoun, .personNoun]
  /// Any pronoun that may be the subject of a tag.
  static let subjectPronoun: WordClass = [.he, .she, .they, .first, .firstPlural, .second, .it]
  /// Any finite tag, in any language.
  static let anySpeech: WordClass = [.speech, .foreignSpeech]
}
