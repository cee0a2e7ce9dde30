import FicIndex
import FicModel
import FicPrinter
import FicQuery
import FicWire

extension MCPTool {
  /// All tools; `most` is the most hits of one answer.
  static func all(most: Int) -> [MCPTool] {
    [search(most), read, cast(most), count(most), works(most)]
  }

  /// The extents that can be read.
  private enum Extent: String, CaseIterable {
    case scene, chapter
  }

  private static let language = """
    Words must all occur in one scene. "A phrase" stands in quotation marks; word* begins so; OR, -x \
    (without x), (groups), NEAR(a b, 8), /regular expression/. A word in small letters finds its \
    inflections, too; a name finds who is called so. \
    Fields: from:NAME (who speaks), to:NAME (to whom), with:NAME (who is in the scene), about:NAME \
    (named by others), in:dialogue (or narration, thought, notes, summary, all), chapter:3, upto:12. \
    Fields of works: work: author: fandom: ship: char: tag: series: (words of the title, the author \
    and so on; several in quotation marks), status:complete rating:teen lang:en words:>10k \
    updated:2024..
    """

  private static func query(_ meaning: String, isRequired: Bool = true) -> MCPArgument {
    MCPArgument("query", .text, meaning, isRequired: isRequired, item: "q")
  }

  private static func limit(_ most: Int, _ standard: Int) -> MCPArgument {
    MCPArgument(
      "limit",
      .number(1...most),
      "The most that are shown; \(min(standard, most)) if it is left out."
    )
  }

  private static let cursor = MCPArgument(
    "cursor",
    .text,
    "The next page: what stands behind --cursor in the last lines of the page before."
  )

  private static let zone = MCPArgument(
    "in",
    .choice(QueryZone.allCases.map(\.rawValue)),
    "Which part of the texts to look into; the story if it is left out."
  )

  private static let exact = MCPArgument(
    "exact",
    .flag,
    "Whether words are meant as written, without their inflections."
  )

  private static let upto = MCPArgument(
    APIPath.upto,
    .number(1...APIPath.lastChapter),
    "The last chapter that the reader has read: nothing of a later one shows."
  )

  private static func search(_ most: Int) -> MCPTool {
    MCPTool(
      name: "search",
      title: "Search the archive",
      meaning: """
        Finds lines of the stories in the archive: what is said or told, who says it to whom, with a \
        REF such as k7f2qdmx:3:1045 that the tool read takes.
        """,
      arguments: [
        query(language),
        limit(most, 20),
        cursor,
        MCPArgument(
          "sort",
          .choice(
            SearchParameters.Sort.allCases.filter { $0 != .left && $0 != .right }.map(\.rawValue)
          ),
          """
          works (the default): the most relevant work first, in it as read; relevance: the closest \
          line first; story: as read; newest: the work that was updated last first.
          """
        ),
        MCPArgument(
          "context",
          .number(0...SearchParameters.maximumContext),
          "Lines shown before and after each hit; none if it is left out."
        ),
        upto, zone, exact,
      ]
    ) { queries, items, form in
      try await queries.search(for: items, as: form).bytes
    }
  }

  private static let read = MCPTool(
    name: "read",
    title: "Read a scene or a chapter",
    meaning: """
      Shows the text at a REF, with who speaks; its last lines name the REFs of what comes next and \
      before.
      """,
    arguments: [
      MCPArgument(
        "ref",
        .text,
        "What to read: a line, k7f2qdmx:3:1045, or a chapter, k7f2qdmx:3.",
        isRequired: true
      ),
      MCPArgument(
        "extent",
        .choice(Extent.allCases.map(\.rawValue)),
        "How much of it: the scene (the default) or the chapter."
      ),
      MCPArgument(
        APIPath.step,
        .choice(ReadingStep.allCases.map(\.rawValue)),
        "What is there (the default), or the scene or chapter that comes next or before."
      ),
      upto,
    ]
  ) { queries, items, form in
    let extent = try items.choice("extent", as: Extent.self) ?? .scene
    var others = items
    others.remove(["ref", "extent"])
    return try await queries.passage(
      at: items["ref"] ?? "",
      extent == .scene ? .scene : .chapter,
      for: others
    ).printed(as: form).bytes
  }

  private static func cast(_ most: Int) -> MCPTool {
    MCPTool(
      name: "cast",
      title: "List who is in a work",
      meaning: """
        Lists people of the stories, those with the most lines first: what they are called, how much \
        they say, where they appear, and with whom they talk.
        """,
      arguments: [
        MCPArgument("work", .text, "Words of the work's title, or its id; all works without."),
        MCPArgument("name", .text, "Only those with this name."),
        upto,
        limit(most, QueryRoutes.defaultLimit),
      ]
    ) { queries, items, form in
      try await queries.cast(for: items).printed(as: form).bytes
    }
  }

  private static func count(_ most: Int) -> MCPTool {
    MCPTool(
      name: "count",
      title: "Count what a query finds",
      meaning: """
        Counts matches by work, chapter, speaker and more, with rates in 10,000 words of what the \
        query looks into.
        """,
      arguments: [
        query("What to count, in the language of the tool search."),
        MCPArgument(
          "by",
          .choice(CountKey.allCases.map(\.rawValue)),
          "What to count by; the work if it is left out."
        ),
        limit(most, QueryRoutes.defaultLimit),
        upto, zone, exact,
      ]
    ) { queries, items, form in
      try await queries.count(for: items).printed(as: form).bytes
    }
  }

  private static func works(_ most: Int) -> MCPTool {
    MCPTool(
      name: "works",
      title: "List works of the archive",
      meaning: """
        Lists the works of the archive, or those that a query asks for: who wrote each, what it is \
        about, whether it is complete, how long it is.
        """,
      arguments: [
        query(
          """
          What to look for in titles, authors, tags and summaries, with the fields of works, in the \
          language of the tool search; all works without.
          """,
          isRequired: false
        ),
        MCPArgument(
          "sort",
          .choice(WorksParameters.Sort.allCases.map(\.rawValue)),
          "The order: the most relevant first if it is left out."
        ),
        limit(most, QueryRoutes.defaultLimit),
        cursor,
      ]
    ) { queries, items, form in
      try await queries.works(for: items).printed(as: form).bytes
    }
  }
}
