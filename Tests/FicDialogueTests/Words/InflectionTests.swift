import Testing

@testable import FicDialogue

@Suite struct InflectionTests {
  @Test(
    arguments: [
      ("ask", [], ["asks", "asked"], ["asking"]),
      ("cry", [], ["cries", "cried"], ["crying"]),
      ("muse", [], ["muses", "mused"], ["musing"]),
      ("hiss", [], ["hisses", "hissed"], ["hissing"]),
      ("say", ["said"], ["says", "said"], ["saying"]),
      ("nod", ["nodded", "nodding"], ["nods", "nodded"], ["nodding"]),
      ("agree", [], ["agrees", "agreed"], ["agreeing"]),
    ] as [(String, [String], [String], [String])]
  )
  func `verbs are inflected`(
    lemma: String,
    given: [String],
    finite: [String],
    participles: [String]
  ) {
    let forms = Inflection.forms(of: lemma, given: given)
    #expect(forms.finite == finite)
    #expect(forms.participles == participles)
  }

  @Test(arguments: ["said", "whispered", "muttered", "cried", "replies"])
  func `the lexicon knows the forms of speech verbs`(form: String) throws {
    let lexicon = Lexicon.standard
    let word = try #require(lexicon.words.find(form))
    #expect(lexicon.classes[Int(word)].contains(.speech))
  }
}
