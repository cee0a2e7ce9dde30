import FicModel
import FicParsing
import MarkedTexts
import Testing

@Suite struct QuotationDashTests {
  /// Turns that show a chapter to be set with dashes.
  private static let turns = "\n\n⟦— No.⟧\n\n⟦— Sí.⟧\n\n⟦— Oh ?⟧"

  @Test(arguments: [
    "⟦—Hola⟧ —dijo Ana—. ⟦¿Vienes?⟧",
    "⟦—Hola⟧ —dijo Ana.",
    "⟦—No sé⟧ —Ana se encogió de hombros—, ⟦pero voy.⟧",
    "⟦— Olá⟧ — disse Ana. — ⟦Tudo bem?⟧",
    "⟦— Привет,⟧ — сказал он. — ⟦Как дела?⟧",
    "⟦— Если ты придёшь,⟧ — сказал он, — ⟦я буду рад.⟧",
    "⟦– Cześć⟧ – powiedział Jan. – ⟦Idziesz?⟧",
    "⟦― Hola⟧ ―dijo Ana―. ⟦¿Vienes?⟧",
    "⟦--Hola⟧ --dijo Ana--. ⟦¿Vienes?⟧",
  ])
  func `dashes set the narrator apart`(fixture: String) {
    let whole = fixture + Self.turns
    #expect(scanned(whole) == whole)
  }

  @Test(arguments: [
    "⟦— Tu l'entends ?⟧ demanda Nolwenn.",
    "⟦— Difficile de faire autrement,⟧ grogna Yann dans le noir. ⟦Elle est sous mon lit.⟧",
    "⟦— On l'a débranchée mardi,⟧ reprit-elle. ⟦Je t'ai tenu la lampe.⟧",
    "⟦— La corne,⟧ intervint Yann, ⟦c'était vous ?⟧",
    "⟦— Il n'y a pas de bateau,⟧ murmura-t-elle, ⟦il n'y en a pas eu un seul.⟧",
    "⟦— Oui, enfin,⟧ fit le capitaine en s'enroulant dans la couverture, ⟦on ne va pas en rire.⟧",
    "⟦— Bien,⟧ dit-il en souriant.",
  ])
  func `a French tag needs no dash`(fixture: String) {
    let whole = fixture + Self.turns
    #expect(scanned(whole) == whole)
  }

  @Test(arguments: [
    "⟦– Hallo,⟧ sagte er. ⟦Wie geht es dir?⟧",
    "⟦– Gut,⟧ antwortete Anna.",
    "⟦– Komm her!⟧ rief die Mutter aus der Küche.",
  ])
  func `a German tag needs no dash`(fixture: String) {
    let whole = fixture + Self.turns
    #expect(scanned(whole) == whole)
  }

  @Test(arguments: [
    "⟦— That’s not good,⟧ said Vera.",
    "⟦— I could mend it in a harbour,⟧ he said at last. ⟦I could mend it with a crane.⟧"
      + " He shrugged. ⟦Here I can say a few words.⟧",
    "⟦— You were told that by the man who sold it to you,⟧ Oskar answered.",
    "⟦— How many are there on board?⟧ Vera asked.",
  ])
  func `an English tag needs no dash`(fixture: String) {
    let whole = fixture + Self.turns
    #expect(scanned(whole) == whole)
  }

  @Test func `a whole conversation stands between guillemets in the old manner`() {
    let fixture = """
      ⟦« Vous en avez mis, du temps,⟧ dit-il sans lever la tête.

      ⟦— Qui êtes-vous ?⟧ souffla Nolwenn.

      ⟦— Je sonne.⟧

      ⟦— À pied. »⟧

      Il rit.
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `a dash in a chapter of quotation marks is no dialogue`() {
    let fixture = """
      ⟦"Go,"⟧ said Smith.

      — and yet nobody went.

      ⟦"Why?"⟧ she asked.
      """
    #expect(scanned(fixture) == fixture)
  }

  @Test func `dashes and quotation marks may take turns in a chapter`() {
    let fixture = "⟦« Non »⟧, dit-il." + Self.turns
    #expect(scanned(fixture) == fixture)
  }
}
