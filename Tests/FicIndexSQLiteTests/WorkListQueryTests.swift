import FicIndex
import FicModel
import GRDB
import SeededRandom
import Testing

@testable import FicIndexSQLite
@testable import MemoryIndex

/// Lists of many works, in the file and in the plain twin.
@Suite struct WorkListQueryTests {
  /// Works of which many have equal titles, some no author or date, and a third is a copy.
  private static func library() throws -> (Library, MemoryIndex, [WorkID]) {
    var generator = SplitMix(seed: 5)
    func field(_ key: String, _ values: [String]) -> MetadataField? {
      values.randomElement(using: &generator)
        .map { MetadataField(key: key, value: $0, origin: .header) }
    }
    let works = (0..<60).map { number in
      var work = Library.work("w\(number)", cast: [])
      work.metadata.fields = [
        field("title", ["A Tide", "The Tide", "Ångström", "Zebra", "Øst"]),
        field("author", ["Ada", "ada", "Émile", "?"]), field("updated", ["2020", "2021-05", ""]),
        field("published", ["2019-01-01", ""]), field("words", ["900", "12,000", "0", ""]),
        field("series", ["Water", ""]), field("part", ["2", "10"]),
      ].compactMap(\.self)
      return work
    }
    let script = Script(lines: [.told("A word.")])
    let library = try Library()
    try library.write(works.map { ($0, [script]) })
    let memory = MemoryIndex()
    for work in works {
      let id = memory.putWork(work)
      memory.replace(script.records(work: id, number: 1, cast: []))
    }
    memory.finish()
    let queue = try DatabaseQueue(
      path: library.path,
      configuration: IndexFile.writerConfiguration
    )
    for copy in 40..<60 {
      let (copy, holder) = (works[copy].id, works[copy % 7].id)
      memory.change { $0.copies[copy] = holder }
      try queue.writeWithoutTransaction { database in
        try database.change(
          "UPDATE work SET copy_of = (SELECT ordinal FROM work WHERE id = ?) WHERE id = ?",
          [.work(holder), .work(copy)]
        )
      }
    }
    return (library, memory, works.map(\.id))
  }

  @Test func `pages of every order are those of the plain twin`() async throws {
    let (library, memory, ids) = try Self.library()
    let tide = WorkCondition.fact(.title, try #require(ValuePattern("tide")))
    let ada = WorkCondition.fact(.author, try #require(ValuePattern("ada")))
    let scores = ids.enumerated().map { ($0.element, Double($0.offset % 4) / 3) }
    let selections: [WorkList.Selection] = [
      .satisfying(nil, favoured: []), .satisfying(nil, favoured: [tide, ada]),
      .satisfying(.not(ada), favoured: [.not(tide)]), .satisfying(tide, favoured: [ada]),
      .scored([:]), .scored(Dictionary(uniqueKeysWithValues: scores.suffix(50))),
    ]
    for selection in selections {
      for sort in WorksSort.allCases {
        for flags in 0..<4 {
          let list = WorkList(
            selection,
            sort: sort,
            seed: UInt64(flags + 7),
            isReversed: flags & 1 > 0,
            foldsCopies: flags & 2 > 0
          )
          #expect(
            try await Self.pages(of: list, in: library.index)
              == Self.pages(of: list, in: memory),
            "\(list)"
          )
        }
      }
    }
  }

  private static func pages(
    of list: WorkList,
    in index: some SearchIndex
  ) async throws -> [WorkListPage] {
    try await index.read { snapshot in
      var pages = [try snapshot.page(of: list, after: nil, limit: 7)]
      while let last = pages.last?.works.last {
        pages.append(try snapshot.page(of: list, after: (last, 0), limit: 7))
      }
      pages.append(try snapshot.page(of: list, after: (WorkID(identity: "none"), 9), limit: 3))
      pages.append(try snapshot.page(of: list, after: (WorkID(identity: "none"), .max), limit: 3))
      return pages
    }
  }

  @Test func `holders and days are found of few works as of many`() async throws {
    let (library, memory, ids) = try Self.library()
    for some in [[], [ids[3]], Array(ids[38...41]), Array(ids[30...]), ids] {
      #expect(
        try await library.index.read { try $0.holders(of: some) }
          == memory.read { try $0.holders(of: some) }
      )
      #expect(
        try await library.index.read { try $0.days(of: some) }
          == memory.read { try $0.days(of: some) }
      )
    }
  }
}
