import FicFormats
import FicModel
import FicParsing
import Testing

@Suite struct TextLayoutTests {
  private static let story = "“Run!” said Ann.\n\nHe ran as far as the mill, and hid.\n"

  private func read(_ text: String, path: String = "a.txt") throws -> Rendering {
    try Rendering(path, Array(text.utf8))
  }

  @Test func `ficary's text has labels, a rule and headings between hyphens`() throws {
    let rule = String(repeating: "=", count: 60)
    let file = try read(
      "Title: Mills\nAuthor: Ann Lee\nSource: https://example.org/s/9\n\(rule)\n\n"
        + "--- Chapter 1: Rain ---\n\n\(Self.story)\n--- Chapter 2: Snow ---\n\n\(Self.story)"
    )
    #expect(file.document.metadata.title == "Mills")
    #expect(file.document.metadata.authors == ["Ann Lee"])
    #expect(file.chapters == ["1: Rain | “Run!” said Ann.", "2: Snow | “Run!” said Ann."])
  }

  @Test func `fimfiction's text has headings between strokes`() throws {
    let rule = "//------------------------------//\n"
    let file = try read(
      "\(rule)// Story: Mills\n// by Ann Lee\n\(rule)\n\n\(rule)// Chapter 1 - Rain\n\(rule)\n"
        + "\(Self.story)\n\n\(rule)// Snow\n\(rule)\n\(Self.story)"
    )
    #expect(file.facts == ["title: Mills", "author: Ann Lee"])
    #expect(file.chapters.map { $0.suffix(18) } == ["| “Run!” said Ann.", "| “Run!” said Ann."])
    #expect(file.chapters[0].hasPrefix("1: Rain"))
    #expect(file.chapters[1].contains("Snow"))
    // Strokes elsewhere are none.
    #expect(try read("He wrote:\n\n// Chapter 1\n\nand ran.\n").facts.isEmpty)
  }

  @Test func `a letter to a list gives title and author by its header`() throws {
    let file = try read(
      "From ann@example.org Mon Jan  4 10:00:00 1999\nFrom: \"Ann Lee\" <ann@example.org>\n"
        + "To: mills@example.org\nSubject: Re: [mills] FIC: The Weir at\n Night (1/2)\n"
        + "X-Mailer: Pine\nDate: Mon, 4 Jan 1999\n\n\(Self.story)"
    )
    #expect(file.facts == ["title: The Weir at Night", "author: Ann Lee"])
    #expect(file.chapters == [" | “Run!” said Ann."])
    let labelled = try read(
      "From: ann@example.org (Ann Lee)\nNewsgroups: alt.mills\nSubject: new story\n\n"
        + "Title: The Weir\nRating: PG\nPairing: Ann/Bo\n\n***\n\n\(Self.story)"
    )
    #expect(
      labelled.facts == ["title: The Weir", "rating: PG", "ship: Ann/Bo", "author: Ann Lee"]
    )
    let prose = try read("From: the start, it rained.\nSubject: none.\nHe ran on.\n\nAnd on.\n")
    #expect(prose.facts.isEmpty)
  }

  @Test func `a journal's entry in HTML has its labels in bold`() throws {
    let page = try Rendering(
      html: """
        <html><head><title>mills: The Weir (1/2)</title></head><body><div class="entry-content">
        <b>Title:</b> The Weir<br /><b>Author:</b> <a href="https://ann.example.org">ann_lee</a><br />
        <b>Fandom:</b> Rivers<br /><b>Pairing:</b> Ann/Bo<br /><b>Rating:</b> PG-13<br />
        <b>Warnings:</b> none<br /><b>Disclaimer:</b> Not mine.<br /><br />
        “Run!” said Ann.<br /><br />He ran as far as the mill, and hid.<br /><br />
        Later that night they met again beside the weir, and nobody spoke of it.</div></body></html>
        """
    )
    #expect(
      page.facts.filter { !$0.hasPrefix("title: mills") } == [
        "title: The Weir", "author: ann_lee", "fandom: Rivers", "ship: Ann/Bo", "rating: PG-13",
        "warning: none",
      ]
    )
    #expect(page.zones(.story).joined().hasPrefix("“Run!” said Ann."))
  }

  @Test func `a text of ficbook.net has its address below its title`() throws {
    let text = """
      Низкая вода
      https://ficbook.net/readfic/1234567
      ***

      Направленность: Гет
      Автор: Камыш (https://ficbook.net/authors/77)
      Фэндом: Река
      Пэйринг и персонажи: Мара/Тобин
      Рейтинг: R
      Кол-во частей: 2
      Статус: завершён
      Описание:
      Двое ждут реку.

      Публикация на других ресурсах: Уточнять у автора

      ========== Глава 1. Дождь ==========

      Дождь шёл с полудня.

      ========== Глава 2. Мост ==========

      Утром вода ушла.
      """
    let file = try Rendering("a.txt", Array(text.utf8))
    #expect(
      file.facts == [
        "title: Низкая вода", "url: https://ficbook.net/readfic/1234567", "category: Гет",
        "author: Камыш", "fandom: Река", "ship: Мара/Тобин", "rating: R", "chapters: 2",
        "status: завершён", "summary: Двое ждут реку.", "archive: Уточнять у автора",
      ]
    )
    #expect(
      file.chapters == ["1: Дождь | Дождь шёл с полудня.", "2: Мост | Утром вода ушла."]
    )
  }

  @Test func `Russian labels give the same fields`() throws {
    let file = try read(
      """
      Название: Мельницы
      Автор: Анна
      Бета: Борис
      Фандом: Реки
      Жанр: драма, юмор
      Персонажи/пары: Анна, Борис
      Рейтинг: PG-13
      Размер: мини
      Статус: закончен
      Предупреждения: ООС
      Дисклеймер: не моё.
      От автора: спасибо!

      — Беги! — сказала Анна.

      """
    )
    #expect(
      file.facts == [
        "title: Мельницы", "author: Анна", "beta: Борис", "fandom: Реки", "genre: драма",
        "genre: юмор", "char: Анна", "char: Борис", "rating: PG-13", "words: мини",
        "status: закончен", "warning: ООС",
      ]
    )
    #expect(file.zones(.story) == ["— Беги! — сказала Анна."])
  }

  @Test func `Usenet's emphasis and ends are kept as they are`() throws {
    let file = try read(
      "Mills\n\nby Ann Lee\n\n***\n\n*He* ran. _She_ hid, and SHOUTED.\n\n***\n\nThey met.\n\nThe End\n\n"
        + "##THE END##\n"
    )
    #expect(file.facts == ["title: Mills", "author: Ann Lee"])
    let story = file.zones(.story).joined(separator: " / ")
    #expect(story.contains("*He* ran. _She_ hid") && story.contains("They met."))
    #expect(!story.contains("The End") && !story.contains("##"))
  }
}
