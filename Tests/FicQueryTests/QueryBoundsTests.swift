import SeededRandom
import Testing

@testable import FicQuery

@Suite struct QueryBoundsTests {
  private func code(_ text: String) -> String? {
    do {
      _ = try QueryParser.parse(text)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a query of 4096 bytes is read and one more byte is too long`() {
    #expect(code(String(repeating: "x", count: 4096)) == nil)
    #expect(code(String(repeating: "x", count: 4097)) == "query_too_long")
    #expect(code(String(repeating: "é", count: 2049)) == "query_too_long")
  }

  @Test func `256 words are read and one more is too many`() {
    #expect(code(Array(repeating: "x", count: 256).joined(separator: " ")) == nil)
    #expect(
      code(Array(repeating: "x", count: 257).joined(separator: " ")) == "query_too_many_terms"
    )
    let phrase = Array(repeating: "x", count: 257).joined(separator: " ")
    #expect(code("\"\(phrase)\"") == "query_too_many_terms")
    #expect(code("\"\(phrase)\"~3") == "query_too_many_terms")
    #expect(code("NEAR(\(phrase), 3)") == "query_too_many_terms")
    #expect(code("from:(\(phrase))") == "query_too_many_terms")
  }

  @Test(arguments: ["(", "-(", "NOT (", "x ("])
  func `64 parentheses are read and one more is too deep`(opening: String) {
    #expect(code("y " + String(repeating: opening, count: 64) + "x") == nil)
    #expect(code("y " + String(repeating: opening, count: 65) + "x") == "query_too_deep")
  }

  @Test func `thousands of signs do not nest`() {
    #expect(code("x " + String(repeating: "-", count: 4000)) == nil)
    #expect(code("x " + String(repeating: ")", count: 4000)) == nil)
    #expect(code("x " + String(repeating: "\"", count: 4000)) == nil)
    #expect(code("x " + String(repeating: "NOT ", count: 1000) + "y") == nil)
  }

  @Test(arguments: 0..<1000)
  func `any text is read or refused and what was read reads the same again`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let pieces = [
      "a", "Smith", "don’t", "'", "‘", "’", "\"", "“", "”", "„", "(", ")", "-", "*", "~", "~3", " ",
      " ",
      " OR ", " AND ", " NOT ", "NEAR(", ", 5)", "from:", "in:", "in:notes", "chapter:", "3-5", ":",
      "/",
      "http://", "\u{0}", "\u{301}", "🙂", "東", "fandom:", "words:", ">", "5k", "..", "updated:",
      "2024", "ship:", "x:y", "\r\n", ".", ",", "_", "+",
      "upto:2",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...24, using: &generator) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }
    guard let query = try? QueryParser.parse(text) else { return }
    let printed = QueryPrinter.print(query.root)
    let again = try? QueryParser.parse(printed)
    #expect(again.map { QueryPrinter.print($0.root) } == printed, "from \(text.debugDescription)")
  }

  @Test(arguments: ["*a 10,*", "*so very* late", "(*a b* -c)", "*x* OR y", "?a b*"])
  func `what emphasis begins reads the same again, whatever stands around it`(text: String) throws {
    let printed = QueryPrinter.print(try QueryParser.parse(text).root)
    for typed in [printed, "z \(printed)", "(\(printed)) z"] {
      #expect(throws: Never.self) { try QueryParser.parse(typed) }
    }
    #expect(QueryPrinter.print(try QueryParser.parse(printed).root) == printed)
  }

  @Test(arguments: 0..<200)
  func `any bytes are read or refused`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let query = try QueryParser.parse(text)
      #expect(query.root.leafCount > 0)
    } catch {
      #expect(!error.code.isEmpty)
    }
  }
}
