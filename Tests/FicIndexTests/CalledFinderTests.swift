import FicModel
import MemoryIndex
import Testing

@testable import FicIndex

@Suite struct CalledFinderTests {
  @Test func `what others call somebody is counted by form and by who says it`() async throws {
    let index = StoryFixture.index(
      [
        "W": [
          "Jones: “Mr. Smith, wait.”\nJones: “Mr. Smith!”\nSmith: “Smith is my name.”",
          "Smith came in.\nZoë: “John Smith?”\nJones: “mr. smith”",
        ]
      ],
      findsNames: true
    )
    let forms = try await SearchEngine(index: index).called(CastRequest(name: "smith"))
    let said = forms.map { form in
      "\(form.form) \(form.callers.map { "\($0.name ?? "-") \($0.times)" }.joined(separator: ", "))"
    }
    #expect(said == ["Mr. Smith Mary Jones 3", "John Smith Zoë 1", "Smith - 1"])
    #expect(forms.first?.text == "“Mr. Smith, wait.”" && forms.first?.matches == [[1, 10]])
    #expect(try await SearchEngine(index: index).called(CastRequest(name: "nobody")).isEmpty)
  }
}
