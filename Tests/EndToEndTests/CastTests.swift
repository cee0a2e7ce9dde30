import Foundation
import Testing

/// The cast desk, with the real programs.
@Suite(.serialized) struct CastTests {
  @Test func `a writer sees who is where, who is silent and what people are called`() throws {
    let workspace = try Workspace()
    var text = "Title: Tides\nAuthor: Nobody Known\n\n"
    for chapter in 1...5 {
      text += "Chapter \(chapter)\n\n"
      text += "“Good morning, Captain Vane,” said Anna Brook.\n\n"
      text += chapter == 3 ? "“So it is,” said the wind.\n\n" : "“Is it?” said Captain Vane.\n\n"
      if chapter == 2 { text += "“Who is there?” asked Boris Pell.\n\n" }
    }
    try workspace.write("Tides.txt", text)
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    let grid = try workspace.ficsearch("cast", "Tides", "--grid")
    #expect(grid.status == 0, "\(grid.errors)")
    let anna = grid.output.split(separator: "\n").first { $0.hasPrefix("Anna") }
    #expect(anna?.split(separator: " ").suffix(5) == ["1", "1", "1", "1", "1"], "\(grid.output)")
    #expect(grid.output.contains("Boris Pell: silent since chapter 2"), "\(grid.output)")
    let timeline = try workspace.ficsearch("timeline", "Boris", "--json")
    let member = try #require(try timeline.records("member").first)
    #expect((member["appearances"] as? [[String: Any]])?.map { $0["chapter"] as? Int } == [2])
    #expect(member["chaptersOfWork"] as? Int == 5)
    for (form, mark) in [("gexf", "<gexf "), ("graphml", "<graphml "), ("dot", "graph cast {")] {
      let graph = try workspace.ficsearch("cast", "Tides", "--graph", form)
      #expect(graph.status == 0 && graph.output.contains(mark), "\(form): \(graph.errors)")
      #expect(graph.output.contains("Anna Brook"))
    }
    let called = try workspace.ficsearch("called", "Vane")
    #expect(called.output.contains("Captain Vane"), "\(called.output) \(called.errors)")
    #expect(called.output.contains("by Anna Brook (5)"), "\(called.output)")
    #expect(try workspace.ficsearch("timeline", "Nobodywhoexists").status == 1)
    withExtendedLifetime(daemon) {}
  }
}
