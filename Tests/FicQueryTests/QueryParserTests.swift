import FicModel
import Testing

@testable import FicQuery

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("added:7d", "added:2026-11-24.."), ("added:0d", "added:2026-12-01.."),
    ("-updated:2w x", "-updated:2026-11-17.. x"), ("published:1y", "published:2025-12-01.."),
    ("added:(7d OR 2020)", "added:2026-11-24.. OR added:2020"),
    ("updated:today", "updated:2026-12-01"), ("Updated:Yesterday", "updated:2026-11-30"),
    // A Tuesday.
    ("added:this-week", "added:2026-11-30..2026-12-06"),
    ("added:last-week", "added:2026-11-23..2026-11-29"),
    ("updated:this-month", "updated:2026-12"), ("updated:last-month", "updated:2026-11"),
    ("updated:\"Last Month\"", "updated:2026-11"), ("published:this-year", "published:2026"),
    ("published:last_year", "published:2025"), ("updated:>=last-month", "updated:2026-11.."),
    ("updated:<last-month", "updated:<2026-11"),
    ("updated:last-year..yesterday", "updated:2025..2026-11-30"),
  ])
  func `days are counted back from today`(text: String, expected: String) throws {
    // 2026-12-01.
    let limits = QueryLimits(today: 20_788)
    let query = try QueryParser.parse(text, limits: limits, mayOnlyExclude: true)
    #expect(QueryPrinter.print(query.root) == expected)
  }

  @Test func `the month before January is in the year before`() throws {
    // 2026-01-31, a Saturday.
    let limits = QueryLimits(today: 20_484)
    for (text, expected) in [
      ("x updated:last-month", "x updated:2025-12"), ("x updated:last-year", "x updated:2025"),
      ("x updated:this-week", "x updated:2026-01-26..2026-02-01"),
    ] {
      #expect(QueryPrinter.print(try QueryParser.parse(text, limits: limits).root) == expected)
    }
  }

  @Test(arguments: [
    ("With:Emma", "with:Emma"), ("from: emma hat", "from:emma hat"),
    ("hat From: emma", "hat from:emma"),
    ("hat WITH:\"Mr Smith\" UPTO: 3", "hat with:\"Mr Smith\" upto:3"),
    ("-From: emma hat", "-from:emma hat"),
    ("Work:", "Work:"), ("(hat With:)", "hat \"With:\""), ("Harry: draco", "Harry: draco"),
  ])
  func `names of fields are read in any case, with a blank behind the colon`(
    text: String,
    expected: String
  ) throws {
    #expect(try understood(text).replacing("\"Work:\"", with: "Work:") == expected)
  }

  @Test(arguments: [
    ("smith", nil), ("  The  Sea ", nil), ("“in the garden”", nil), ("don’t", nil),
    ("From: emma", "from:emma"), ("\"in the garden", "\"in the garden\""), ("a AND b", "a b"),
    ("WITH:emma", nil), ("b NOT c", "b -c"), ("\u{2212}b c", nil),
  ])
  func `a query that is read otherwise than it was typed is told`(
    text: String,
    reading: String?
  ) throws {
    let root = try QueryParser.parse(text).root
    #expect(QueryPrinter.print(root, ifOtherThan: text) == reading)
  }

  private func understood(_ text: String) throws -> String {
    QueryPrinter.print(try QueryParser.parse(text).root)
  }

  @Test(
    arguments: [
      // Words.
      ("smith", "smith"),
      ("  the   sea ", "the sea"),
      ("the\tsea\nand\u{A0}sky", "the sea and sky"),
      ("don't don’t Smith's", "don't don’t Smith's"),
      ("lock-in A.J. 10,000 f*ck", "lock-in A.J. 10,000 f*ck"),
      ("and or not near", "and or not near"),
      ("— sea … !!! :) ;-)", "sea"),
      ("🙂 sea", "sea"),
      ("+sea", "+sea"),
      ("東京", "東京"),
      // Prefixes.
      ("walk*", "walk*"),
      ("walk**", "walk*"),
      ("*walk*", "walk"),
      ("_walk_*", "_walk_"),
      ("* sea", "sea"),
      // Signs for letters.
      ("w*k w?lk w?*k wa*l*", "w*k w?lk w?*k wa*l*"),
      ("¿w?lk? (w*k), don’t*x", "w?lk w*k don’t*x"),
      ("walk? walk?? ?walk what?!", "walk? walk?? ?walk what?!"),
      ("NEAR(w?lk (s*a OR sky))", "NEAR(w?lk (s*a OR sky), 10)"),
      ("-w*k sea", "-w*k sea"),
      ("a/b*c lock-i*n \"w*k\"", "a/b*c lock-i*n \"w*k\""),
      ("*the sea* is", "the sea* is"),
      ("**bold**er", "\"**bold**er\""),
      ("*alk", "ERROR bad_wildcard"),
      ("sea *a?k", "ERROR bad_wildcard"),
      ("(*alk)", "ERROR bad_wildcard"),
      ("\"in the gar*\"", "\"in the gar\"*"),
      ("\"in the gar\"*", "\"in the gar\"*"),
      // Quotation marks.
      ("\"in the garden\"", "\"in the garden\""),
      ("“in the garden”", "\"in the garden\""),
      ("\"in the garden”", "\"in the garden\""),
      ("„in the garden“", "\"in the garden\""),
      ("«in the garden»", "\"in the garden\""),
      ("「庭」", "\"庭\""),
      ("'in the garden'", "\"in the garden\""),
      ("‘in the garden’", "\"in the garden\""),
      ("'in the garden", "\"'in\" the garden"),
      ("'tis 'em", "\"'tis\" \"'em\""),
      ("\"in the garden", "\"in the garden\""),
      ("smith \"in the garden", "smith \"in the garden\""),
      ("smith\"", "smith"),
      ("12\" pipe", "12 pipe"),
      ("say\"hello\"there", "say \"hello\" there"),
      ("\"\" sea", "sea"),
      ("\" \" sea", "sea"),
      ("\"…\" sea", "sea"),
      ("\"", "ERROR query_empty"),
      ("\"he said ‘no’\"", "\"he said ‘no’\""),
      ("'say \"no\" now'", "\"say  no  now\""),
      ("\"a\nb\"", "\"a b\""),
      // Operators.
      ("a OR b", "a OR b"),
      ("a AND b", "a b"),
      ("a b OR c d", "(a b) OR (c d)"),
      ("(a OR b) c", "(a OR b) c"),
      ("a NOT b", "a -b"),
      ("a AND NOT b", "a -b"),
      ("a -b", "a -b"),
      ("a −b", "a -b"),
      ("a -\"b c\"", "a -\"b c\""),
      ("a -(b OR c)", "a -(b OR c)"),
      ("a -(b c)", "a -(b c)"),
      ("a NOT NOT b", "a b"),
      ("a NOT -b", "a b"),
      ("a -(-b)", "a -(-b)"),
      ("a - b", "a b"),
      ("a --b", "a \"--b\""),
      ("a-b", "a-b"),
      ("a -", "a"),
      ("a OR", "a"),
      ("OR a", "a"),
      ("a OR OR b", "a OR b"),
      ("AND AND a AND", "a"),
      ("a NOT", "a"),
      ("a NOT OR b", "a OR b"),
      ("OR", "\"OR\""),
      ("NOT", "\"NOT\""),
      ("OR AND", "\"OR\" \"AND\""),
      ("\"OR\"", "\"OR\""),
      ("ORB ANDY NOTE", "ORB ANDY NOTE"),
      // Parentheses.
      ("(a", "a"),
      ("a)", "a"),
      (")a(", "a"),
      ("((a) (b))", "a b"),
      ("()", "ERROR query_empty"),
      ("a () b", "a b"),
      ("smi(th)", "smi th"),
      ("(a OR (b OR c))", "a OR b OR c"),
      // Fields.
      ("from:smith", "from:smith"),
      ("from:\"john smith\"", "from:\"john smith\""),
      ("from:“john smith”", "from:\"john smith\""),
      ("from:'john smith'", "from:\"john smith\""),
      ("from: smith", "from:smith"),
      ("From:smith", "from:smith"),
      ("a From:smith", "a from:smith"),
      ("from:smith \"you\"", "from:smith \"you\""),
      ("-from:smith you", "-from:smith you"),
      ("NOT from:smith you", "-from:smith you"),
      ("from:(smith OR jones)", "from:smith OR from:jones"),
      ("from:(john smith) x", "from:john from:smith x"),
      ("x from:(john -\"j s\")", "x from:john -from:\"j s\""),
      ("from:smi*", "from:smi*"),
      ("from:O'Brien to:jean-luc", "from:O'Brien to:jean-luc"),
      ("with:elizabeth with:darcy", "with:elizabeth with:darcy"),
      ("about:smith", "about:smith"),
      ("about:(\"john smith\" OR jones)", "about:\"john smith\" OR about:jones"),
      ("work:re:zero", "work:re:zero"),
      ("work:OR author:-x", "work:OR author:-x"),
      ("chapter:3 upto:12", "chapter:3 upto:12"),
      ("chapter:3-5", "chapter:3-5"),
      ("chapter:5..3", "chapter:3-5"),
      ("chapter:3–5", "chapter:3-5"),
      ("chapter:3-", "chapter:3-"),
      ("chapter:\"3\"", "chapter:3"),
      ("in:Dialogue emma", "in:dialogue emma"),
      ("emma -in:dialogue", "emma -in:dialogue"),
      ("emma confidence:0.8", "emma confidence:0.8"),
      ("emma confidence:0", "emma confidence:0"),
      ("from:smith)", "from:smith"),
      // A colon that is no field's.
      ("http://example.org", "http://example.org"),
      ("12:30", "12:30"),
      ("Chapter: three", "\"Chapter:\" three"),
      ("Note:this", "Note:this"),
      ("warning: this", "warning:this"),
      // Fields of the work.
      ("fandom:potter", "fandom:potter"),
      ("fandom:\"harry potter\" garden", "fandom:\"harry potter\" garden"),
      ("fandom:*", "fandom:*"),
      ("fandom:\"*\"", "fandom:\"*\""),
      ("fandom:harr*", "fandom:harr*"),
      ("tag:*punk", "tag:*punk"),
      ("tag:\"time * travel\"*", "tag:\"time * travel*\""),
      ("tag:( * OR a*b )", "tag:* OR tag:a*b"),
      ("-ship:\"*/mark t.\" x", "-ship:\"*/mark t.\" x"),
      ("ship:harry/draco", "ship:harry/draco"),
      ("ship:“harry & draco”", "ship:\"harry & draco\""),
      ("fandom:(naruto OR bleach) -tag:fluff", "(fandom:naruto OR fandom:bleach) -tag:fluff"),
      ("status:Finished", "status:Finished"),
      ("status:\"in progress\"", "status:\"in progress\""),
      ("status:*", "status:*"),
      ("words:10000", "words:10000"),
      ("words:10,000", "words:10000"),
      ("words:\"10 000\"", "words:10000"),
      ("words:>10000", "words:10001.."),
      ("words:> 5k", "words:5001.."),
      ("words:>=5k", "words:5000.."),
      ("words:≤1.5k", "words:..1500"),
      ("words:<2m", "words:..1999999"),
      ("words:5k..20k", "words:5000..20000"),
      ("words:20k-5k", "words:5000..20000"),
      ("words:5k…", "words:5000.."),
      ("words:..20k", "words:..20000"),
      ("chapters:(1 OR >20)", "chapters:1 OR chapters:21.."),
      ("updated:2024", "updated:2024"),
      ("added:>2026-11", "added:>2026-11-31"),
      ("added:2026-11-01", "added:2026-11-01"),
      ("added:soon", "ERROR bad_date"),
      // Nobody has said what day it is.
      ("added:7d", "ERROR bad_date"), ("added:today", "ERROR bad_date"),
      ("updated:2024..", "updated:2024.."),
      ("updated:>2024", "updated:>2024-12-31"),
      ("updated:>=2024-05", "updated:2024-05.."),
      ("updated:>2024-05-12", "updated:2024-05-13.."),
      ("updated:<2024", "updated:<2024"),
      ("updated:<=2024", "updated:..2024-12-31"),
      ("published:2020-05..2021", "published:2020-05..2021-12-31"),
      ("published:\"12 May 2020\"", "published:2020-05-12"),
      ("published:5/12/2020", "published:2020-05-12"),
      ("said: this", "said: this"),
      ("c:\\x", "c:\\x"),
      (":sea sea:", ":sea sea:"),
      ("lol:) sea", "lol: sea"),
      ("naïve:x", "naïve:x"),
      ("abcdefghijklm:x", "abcdefghijklm:x"),
      ("and/or /me /", "and/or \"/me\""),
      // What is refused.
      ("", "ERROR query_empty"),
      (" \n", "ERROR query_empty"),
      ("-", "ERROR query_empty"),
      ("— …", "ERROR query_empty"),
      ("-smith", "ERROR query_only_excludes"),
      ("NOT smith", "ERROR query_only_excludes"),
      ("-a -b", "ERROR query_only_excludes"),
      ("a OR -b", "ERROR query_only_excludes"),
      ("-(a b)", "ERROR query_only_excludes"),
      ("-from:smith", "ERROR query_only_excludes"),
      ("form:smith", "ERROR unknown_field"),
      ("zzzz:smith", "ERROR unknown_field"),
      ("about:", "ERROR missing_value"),
      ("-about:smith", "ERROR query_only_excludes"),
      ("-ship:\"*/mark\"", "ERROR query_only_excludes"),
      ("words:many", "ERROR bad_number"),
      ("words:<0", "ERROR bad_number"),
      ("words:5*", "ERROR bad_number"),
      ("words:..", "ERROR missing_value"),
      ("words:1,00", "ERROR bad_number"),
      ("updated:soon", "ERROR bad_date"),
      ("updated:2024-13", "ERROR bad_date"),
      ("updated:2024-", "ERROR bad_date"),
      ("status:compleat", "ERROR unknown_status"),
      ("fandom:", "ERROR missing_value"),
      ("from:*", "ERROR missing_value"),
      ("from:", "ERROR missing_value"),
      ("from: )", "ERROR missing_value"),
      ("(from:)", "ERROR missing_value"),
      ("from:()", "ERROR missing_value"),
      ("from:\"\"", "ERROR missing_value"),
      ("from:…", "ERROR missing_value"),
      ("from:(in:x)", "ERROR bad_field_value"),
      ("from:(NEAR(a b))", "ERROR bad_field_value"),
      ("chapter:three", "ERROR bad_number"), ("printed:iii", "ERROR bad_number"),
      ("printed:3..5 Printed: 4", "printed:3-5 printed:4"),
      ("chapter:0", "ERROR bad_number"),
      ("chapter:1.2.3", "ERROR bad_number"),
      ("upto:1-2", "ERROR bad_number"),
      ("confidence:2", "ERROR bad_number"),
      ("confidence:nan", "ERROR bad_number"),
      ("in:dialog", "ERROR unknown_zone"),
      ("/smi.h/", "/smi.h/"), ("a /x y/", "a /x y/"), ("a /x\\/ y/ b", "a /x\\/ y/ b"),
      ("(/x/ OR b) -/y(z)/", "(/x/ OR b) -/y(z)/"), ("/x / y", "\"/x\" y"),
      ("//x/", "\"//x/\""),
      ("from:(/x/ y)", "ERROR bad_field_value"), ("NEAR(/x/ y, 3)", "ERROR bad_near"),
    ])
  func `a query is understood`(text: String, expected: String) throws {
    do {
      #expect(try understood(text) == expected)
    } catch let error as QuerySyntaxError {
      #expect("ERROR \(error.code)" == expected)
      let length = text.unicodeScalars.count
      #expect(error.span.lowerBound >= 0 && error.span.upperBound <= length)
    }
  }

  @Test func `spans count unicode scalars of the query`() throws {
    let query = try QueryParser.parse("é👩‍👧 \"a b\" from:x")
    guard case .and(let nodes) = query.root, nodes.count == 3 else {
      Issue.record("no list of three")
      return
    }
    guard case .phrase(let word) = nodes[0], case .phrase(let quoted) = nodes[1],
      case .constraint(let constraint) = nodes[2]
    else {
      Issue.record("no word, phrase and field")
      return
    }
    #expect(word.span == 0..<4)
    #expect(quoted.span == 5..<10)
    #expect(constraint.span == 11..<17)
  }

  @Test func `an unknown field names the nearest one and its place`() throws {
    let error = try #require(throws: QuerySyntaxError.self) { try QueryParser.parse("a form:x b") }
    #expect(error.kind == .unknownField(name: "form", nearest: "from"))
    #expect(error.span == 2..<8)
    #expect(error.problem.hint?.contains("from:") == true)
  }

  @Test(
    arguments: [
      ("fandm", "fandom"), ("ships", "ship"), ("pairing", "ship"), ("character", "char"),
      ("language", "lang"), ("title", "work"), ("udpated", "updated"), ("wordcount", "words"),
      ("mentions", "about"), ("trope", "tag"),
    ]
  )
  func `what people call a field leads to it`(name: String, field: String) throws {
    let error = try #require(throws: QuerySyntaxError.self) {
      try QueryParser.parse("\(name):x")
    }
    #expect(error.kind == .unknownField(name: name, nearest: field))
  }

  @Test func `a value that cannot be is shown with its place`() throws {
    let error = try #require(throws: QuerySyntaxError.self) {
      try QueryParser.parse("sea status:complet")
    }
    #expect(error.kind == .unknownStatus(name: "complet", nearest: "complete"))
    #expect(error.span == 11..<18)
    #expect(error.problem.hint?.contains("status:complete") == true)
  }

  @Test func `a list may only be told what to leave out`() throws {
    let query = try QueryParser.parse("-status:complete", mayOnlyExclude: true)
    #expect(QueryPrinter.print(query.root) == "-status:complete")
    #expect(throws: QuerySyntaxError.self) { try QueryParser.parse("-status:complete") }
  }

  @Test func `every error says what to do`() {
    let kinds: [QuerySyntaxError.Kind] = [
      .empty, .onlyExclusions, .tooLong(bytes: 1, limit: 1), .tooManyTerms(limit: 1),
      .tooDeep(limit: 1), .tooComplex(limit: 1), .unknownField(name: "x", nearest: nil),
      .missingValue(.from), .badNumber(.chapter, value: "x"),
      .unknownZone(name: "x", nearest: "all"), .badDate(.updated, value: "x"),
      .unknownStatus(name: "x", nearest: "hiatus"), .badExpression(.other), .onlyWordsInNear,
      .onlyValuesInField(.to), .contradiction("a", "b"), .badCursor,
    ]
    var codes: Set<String> = []
    for kind in kinds {
      let problem = QuerySyntaxError(kind, at: 0..<1).problem
      #expect(!problem.detail.isEmpty && problem.hint?.isEmpty == false && problem.status == 400)
      codes.insert(problem.code)
    }
    #expect(codes.count == kinds.count)
  }
}
