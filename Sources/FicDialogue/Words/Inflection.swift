/// Forms of regular English verbs.
enum Inflection {
  /// The finite forms and the -ing form of a verb.
  struct Forms {
    var finite: [String] = []
    var participles: [String] = []
  }

  /// The forms of `lemma`.
  ///
  /// A given -ing form replaces the rule's; any other given form, its past.
  static func forms(of lemma: String, given: [String]) -> Forms {
    var result = Forms()
    let stem = lemma.dropLast()
    let endsInE = lemma.hasSuffix("e")
    let endsInY =
      lemma.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains { lemma.hasSuffix($0) }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) }
    result.finite.append(endsInY ? stem + "ies" : lemma + (sibilant ? "es" : "s"))
    let pasts = given.filter { !$0.hasSuffix("ing") }
    if pasts.isEmpty {
      result.finite.append(endsInE ? lemma + "d" : endsInY ? stem + "ied" : lemma + "ed")
    } else {
      result.finite += pasts
    }
    let participles = given.filter { $0.hasSuffix("ing") }
    if participles.isEmpty {
      result.participles.append(endsInE && !lemma.hasSuffix("ee") ? stem + "ing" : lemma + "ing")
    } else {
      result.participles += participles
    }
    return result
  }
}
