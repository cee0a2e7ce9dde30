import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationForeignMarkTests {
  @Test(arguments: [
    "⟦«Salut»⟧, dit-il.",
    "⟦« Salut ! »⟧ lança Nolwenn. ⟦« Ça va ? »⟧",
    "⟦«Привет»⟧, — сказал он.",
    "⟦»Hallo«⟧, sagte er. ⟦»Wie geht's?«⟧",
    "⟦„Hallo“⟧, sagte er. ⟦„Wie geht's?“⟧",
    "⟦„Hallo”⟧ – powiedział.",
    "⟦”Hej”⟧, sa han. ⟦”Kom.”⟧",
    "⟦「こんにちは」⟧と彼は言った。⟦「さようなら」⟧",
    "⟦『こんにちは』⟧と彼は言った。",
    "⟦“你好，”⟧他说。⟦“再见。”⟧",
  ])
  func `the marks of other languages open and close`(fixture: String) {
    #expect(scanned(fixture) == fixture)
  }

  @Test func `guillemets of two sizes nest`() {
    let fixture = "⟦«Er sagte ‹nein› zu mir.»⟧"
    #expect(scanned(fixture) == fixture)
    #expect(quotations(in: "«Er sagte ‹nein› zu mir.»").first?.quotation.nested.count == 1)
  }

  @Test func `a title between guillemets is no speech`() {
    let fixture = "Elle appelait ce temps ⟦not_speech|« la lessive des morts »⟧, et elle partit."
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a tag inside guillemets is the narrator's`() {
    let fixture = "⟦« Bonjour,⟧ dit-il. ⟦Comment ça va ? »⟧"
    #expect(scanned(fixture) == fixture)
  }
}
