import FicIndex
import FicModel
import Testing

@testable import FicIndexSQLite

@Suite struct CorrectionStoreTests {
  private static let corrections: [StoredCorrection] = {
    let verdicts: [Correction.Verdict] = [
      .said(speaker: "Ann", addressees: ["Ben", "the guard"]),
      .said(speaker: nil, addressees: ["Ben"]), .notSpeech, .sceneBreak,
    ]
    return verdicts.enumerated().map { number, verdict in
      StoredCorrection(
        Correction(work: "A Title", words: "Go \(number)", before: "he sat", verdict: verdict),
        path: "/index.corrections",
        line: number + 2,
        flaw: number.isMultiple(of: 2) ? "no line has these words" : nil
      )
    }
  }()

  @Test func `corrections are kept, and those that fit nothing are told like files`() async throws {
    let library = try Library()
    try library.write([(Library.work("one"), [Script(lines: [.told("An agent came.")])])])
    do {
      let writer = try SQLiteIndexWriter(path: library.path)
      #expect(try writer.storedCorrections() == [])
      try writer.noteCorrections(Self.corrections, rereading: [WorkID(identity: "one")])
      try writer.finish()
    }
    let problems = Self.corrections.compactMap(\.problem)
    let (told, counts) = try await library.index.read { snapshot in
      (
        try snapshot.fileProblems(code: FileProblem.unfitCorrection, limit: 9),
        try snapshot.fileProblemCounts()
      )
    }
    #expect(problems.count == 2 && told == problems)
    #expect(counts == [FileProblemCount(code: FileProblem.unfitCorrection, files: 2)])
    let writer = try SQLiteIndexWriter(path: library.path)
    #expect(try writer.storedCorrections() == Self.corrections)
    #expect(try writer.worksToReread() == [WorkID(identity: "one")])
  }
}
