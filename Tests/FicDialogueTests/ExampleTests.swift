import FicDialogue
import FicFormats
import FicModel
import FicParsing
import Foundation
import Testing

/// The example archive is what a newcomer sees first: read by hand, and no special case knows it.
@Suite struct ExampleTests {
  /// How many answers there are, and which are wrong.
  private struct Tally {
    var count = 0
    var wrong: [String] = []

    mutating func add(_ isRight: Bool, _ message: @autoclosure () -> String) {
      count += 1
      if !isRight { wrong.append(message()) }
    }

    var share: Double { 1 - Double(wrong.count) / Double(max(1, count)) }
  }

  /// A quotation as the parser has it.
  private struct Quoted {
    var words: String
    var speaker: String?
    var addressees: [String]
  }

  /// So much of it is right today; the aim is 97 in 100 (Documentation/Quality.md has the rest).
  private static let speakersRight = 0.93
  private static let addresseesRight = 0.90

  @Test func `the example archive is read right`() throws {
    var speakers = Tally()
    var addressees = Tally()
    let texts = try ExampleLabels().texts
    for (_, work) in Dictionary(grouping: texts, by: { $0.path.split(separator: "/").first }) {
      let quotations = try read(work.map(\.path))
      for (text, quoted) in zip(work, quotations) {
        compare(text, quoted, &speakers, &addressees)
      }
    }
    #expect(speakers.count > 500)
    #expect(
      speakers.share >= Self.speakersRight,
      "\(speakers.wrong.sorted().joined(separator: "\n"))"
    )
    #expect(addressees.count > 400)
    #expect(
      addressees.share >= Self.addresseesRight,
      "\(addressees.wrong.sorted().joined(separator: "\n"))"
    )
  }

  private func compare(
    _ text: ExampleLabels.Example,
    _ quoted: [Quoted],
    _ speakers: inout Tally,
    _ addressees: inout Tally
  ) {
    var rest = quoted[...]
    for line in text.lines {
      guard let place = rest.firstIndex(where: { $0.words == line.words }) else {
        speakers.add(false, "\(text.path): not found: \(line.words)")
        continue
      }
      for extra in rest[..<place] {
        speakers.add(false, "\(text.path): no quotation: \(extra.words)")
      }
      let found = rest[place]
      rest = rest[(place + 1)...]
      if !line.speaker.isEmpty {
        speakers.add(
          found.speaker.map(line.speaker.contains) ?? false,
          "\(text.path): \(found.speaker ?? "nobody") says \(line.words)"
        )
      }
      if !line.addressees.isEmpty {
        addressees.add(
          found.addressees.contains(where: line.addressees.contains),
          "\(text.path): to \(found.addressees): \(line.words)"
        )
      }
    }
  }

  /// The quotations of each text of a work.
  private func read(_ paths: [String]) throws -> [[Quoted]] {
    let archive = ExampleLabels.root.appending(path: "Examples/archive")
    let documents = try paths.map { path in
      try DocumentReaders().document(
        from: ChapterFile.load(from: archive.appending(path: path).path, as: path)
      )
    }
    let work = WorkParser().parse(documents)
    var result = [[Quoted]](repeating: [], count: paths.count)
    for chapter in work.chapters {
      for utterance in chapter.utterances where utterance.kind != .notSpeech {
        for quotation in utterance.quotations {
          let text = String(decoding: chapter.text[quotation.span.range], as: UTF8.self)
          result[chapter.document].append(
            Quoted(
              words: Self.beginning(of: text),
              speaker: utterance.attribution.speaker.map { work.cast[$0.rawValue].name },
              addressees: utterance.addressees.map { work.cast[$0.rawValue].name }
            )
          )
        }
      }
    }
    return result
  }

  private static func beginning(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.prefix(ExampleLabels.length).trimmingCharacters(in: .whitespaces)
  }
}
