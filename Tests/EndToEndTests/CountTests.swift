import Foundation
import Testing

/// Counts by everything, against a scan of texts whose speakers are plain.
@Suite(.serialized) struct CountTests {
  private static let words = ["lantern", "harbour", "rope", "gull", "tide"]

  /// A line of the archive: where it stands, who says which of its words.
  private struct Line {
    var work: String
    var chapter: Int
    var scene: Int
    var speaker: String
    var said: [String]
    var told: [String]
  }

  /// What the archive is made of, and the lines in it.
  private static func archive() -> (texts: [String: String], lines: [Line]) {
    var texts: [String: String] = [:]
    var lines: [Line] = []
    var number = 0
    for (work, people) in [("Salt", ["Anna", "Boris"]), ("Brine", ["Clara", "Dmitri"])] {
      var text = "Title: \(work)\nAuthor: Nobody Known\n\n"
      for chapter in 1...3 {
        text += "Chapter \(chapter)\n\n"
        for scene in 1...2 {
          if scene > 1 { text += "* * *\n\n" }
          for person in people + people {
            number += 1
            let said = (0..<number % 4).map { words[(number + $0) % words.count] }
            let told = [words[number * 3 % words.count]]
            let line = Line(
              work: work,
              chapter: chapter,
              scene: scene,
              speaker: person,
              said: said,
              told: told
            )
            lines.append(line)
            text += "“We saw it: \(said.joined(separator: " ")),” said \(person) quietly.\n\n"
            text += "Nobody had a word about the \(told[0]) that evening.\n\n"
          }
        }
      }
      texts[work] = text
    }
    return (texts, lines)
  }

  @Test func `twenty-five counts agree with a scan of the texts`() throws {
    let workspace = try Workspace()
    let (texts, lines) = Self.archive()
    for (work, text) in texts { try workspace.write("\(work).txt", text) }
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for word in Self.words {
      for key in ["work", "chapter", "scene", "speaker", "zone"] {
        let answer = try workspace.ficsearch("count", word, "--by", key, "--json")
        var found: [String: Int] = [:]
        for record in try answer.records("count") {
          found[Self.name(of: record), default: 0] += record["matches"] as? Int ?? 0
        }
        var expected: [String: Int] = [:]
        for line in lines {
          let said = line.said.count { $0 == word }
          let told = line.told.count { $0 == word }
          let place = Self.place(line, key)
          if key == "speaker" {
            expected["\(line.speaker) in \(line.work)", default: 0] += said
            expected["(narration)", default: 0] += told
          } else {
            expected[place, default: 0] += said + told
          }
        }
        #expect(found == expected.filter { $0.value > 0 }, "\(word) by \(key): \(answer.errors)")
      }
    }
    withExtendedLifetime(daemon) {}
  }

  private static func place(_ line: Line, _ key: String) -> String {
    switch key {
    case "work": line.work
    case "chapter": "\(line.work) \(line.chapter)"
    case "scene": "\(line.work) \(line.chapter) \(line.scene)"
    default: "story"
    }
  }

  private static func name(of record: [String: Any]) -> String {
    let work = (record["work"] as? [String: Any])?["title"] as? String ?? ""
    let chapter = (record["chapter"] as? [String: Any])?["number"] as? Int ?? 0
    switch record["by"] as? String {
    case "work": return work
    case "chapter": return "\(work) \(chapter)"
    case "scene": return "\(work) \(chapter) \(record["scene"] as? Int ?? 0)"
    case "speaker" where !work.isEmpty: return "\(record["name"] as? String ?? "") in \(work)"
    default: return record["name"] as? String ?? ""
    }
  }

  @Test func `every count has a screen, a table and records`() throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    let daemon = try Daemon(workspace, arguments: ["--no-watch"])
    for command in [["count", "lamp"], ["dispersion", "lamp"], ["collocates", "lamp"]] {
      for form in ["text", "jsonl", "json", "csv"] {
        let answer = try Outcome.of(
          Programs.path("ficsearch"),
          command + ["--form", form, "--socket", workspace.socket]
        )
        #expect(answer.status == 0, "\(command) \(form): \(answer.errors)")
        #expect(answer.output.count > 40, "\(command) \(form)")
      }
      let none = try Outcome.of(
        Programs.path("ficsearch"),
        command.dropLast() + ["zzzyx", "--socket", workspace.socket]
      )
      #expect(none.status == 1 && none.output.contains("Nothing found."), "\(command)")
    }
    let unknown = try workspace.ficsearch("count", "lamp", "--by", "moon")
    #expect(unknown.status == 2 && unknown.errors.contains("moon"))
    withExtendedLifetime(daemon) {}
  }
}
