import Testing

@testable import FicQuery

@Suite struct NearSyntaxTests {
  @Test(
    arguments: [
      ("NEAR(a b, 8)", "NEAR(a b, 8)"),
      ("NEAR(a b)", "NEAR(a b, 10)"),
      ("NEAR(a b,3)", "NEAR(a b, 3)"),
      ("NEAR(\"a b\" c, 0)", "NEAR(\"a b\" c, 0)"),
      ("NEAR(a b, 99999999999999999999999)", "NEAR(a b, 4000)"),
      ("NEAR(10,000 men, 5)", "NEAR(10,000 men, 5)"),
      ("NEAR(a, b)", "NEAR(a, b, 10)"),
      ("NEAR(a b", "NEAR(a b, 10)"),
      ("NEAR(a)", "a"),
      ("NEAR() c", "c"),
      ("NEAR c", "NEAR c"),
      ("NEAR (a b)", "NEAR a b"),
      ("NEAR(\"a ) b\" c, 2)", "NEAR(\"a ) b\" c, 2)"),
      ("-NEAR(a b, 2) c", "-NEAR(a b, 2) c"),
      ("\"a b\"~8", "NEAR(\"a\" \"b\", 8)"),
      ("“a b c”~2", "NEAR(\"a\" \"b\" \"c\", 2)"),
      ("\"a\"~8", "\"a\""),
      ("\"a b\"~", "\"a b\""),
      ("\"a b\"~x", "\"a b\" ~x"),
      // Quotation marks that nothing closes, or without words.
      ("NEAR(a \"", "a"),
      ("NEAR(a \"b", "NEAR(a \"b\", 10)"),
      ("NEAR(a \"\" b, 3)", "NEAR(a b, 3)"),
      ("NEAR(a \"…\") b", "a b"),
      ("NEAR(\"", "ERROR query_empty"),
    ]
  )
  func `words near each other are understood`(text: String, expected: String) {
    #expect(understood(text) == expected)
  }

  @Test(
    arguments: [
      ("NEAR((a OR b) c, 3)", "NEAR((a OR b) c, 3)"),
      ("NEAR(c (a OR b))", "NEAR(c (a OR b), 10)"),
      ("NEAR((a OR b OR c) (d OR \"e f\"), 3)", "NEAR((a OR b OR c) (d OR \"e f\"), 3)"),
      ("NEAR((a) b, 3)", "NEAR(a b, 3)"),
      ("NEAR((a OR b) () c, 3)", "NEAR((a OR b) c, 3)"),
      ("NEAR((a OR b), 3)", "a OR b"),
      ("NEAR((a OR b), 3) c", "(a OR b) c"),
      ("NEAR((OR a OR OR b OR) c, 3)", "NEAR((a OR b) c, 3)"),
      ("NEAR((a OR b c", "ERROR bad_near"),
      ("NEAR((a OR b) c", "NEAR((a OR b) c, 10)"),
      ("NEAR((1 OR 2, 3) c, 4)", "ERROR bad_near"),
      ("NEAR((\"a ) b\" OR c) d, 2) e", "NEAR((\"a ) b\" OR c) d, 2) e"),
      ("NEAR((a OR b) c, 3) OR d", "NEAR((a OR b) c, 3) OR d"),
    ]
  )
  func `alternatives stand in parentheses near a word`(text: String, expected: String) {
    #expect(understood(text) == expected)
  }

  @Test(
    arguments: [
      ("NEAR(a* b, 3)", "NEAR(a* b, 3)"),
      ("NEAR(a (b* OR \"c d\"*), 3)", "NEAR(a (b* OR \"c d\"*), 3)"),
    ]
  )
  func `the start of a word may be near another`(text: String, expected: String) {
    #expect(understood(text) == expected)
  }

  @Test(
    arguments: [
      "NEAR(a OR b, 3)", "NEAR(from:a b, 3)", "NEAR(-a b, 3)", "NEAR((a b) c, 3)",
      "NEAR((a AND b) c, 3)", "NEAR((a OR -b) c, 3)", "NEAR(((a OR b)) c, 3)",
      "NEAR(NEAR(a b) c, 3)", "NEAR(\"a b\"~3 c, 3)", "NEAR((from:a OR b) c, 3)",
    ]
  )
  func `no other operator and no field is near anything`(text: String) {
    #expect(understood(text) == "ERROR bad_near")
  }

  private func understood(_ text: String) -> String {
    do {
      return QueryPrinter.print(try QueryParser.parse(text).root)
    } catch {
      return "ERROR \(error.code)"
    }
  }
}
