import ArgumentParser
import FicDialogue
import FicParsing
import Foundation

/// Fits the weights of the joint pass to texts with gold labels.
@main
struct FitCueWeights: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit-cue-weights",
    abstract: "Fit the weights of attribution to texts with gold labels.",
    discussion: """
      Reads NAME.txt and NAME.json of every folder, parses the texts, and changes the numbers of the table \
      in place. With --folds it changes nothing and says how often weights are right that have not seen \
      the author.
      """
  )

  @Option(help: "The table: Sources/FicParsing/Lexicon/cue-weights.txt.")
  var table: String

  @Option(help: "The number of folds, by author; 0 fits to all and writes the table.")
  var folds = 0

  @Option(help: "Rounds of parsing and fitting, since candidates depend on the weights.")
  var rounds = 1

  @Option(help: "Steps of the fit.")
  var steps = 80

  @Option(help: "How strongly weights are drawn to nothing.")
  var pull = 2.0

  @Flag(help: "Only say how good the weights of the table are.")
  var evaluate = false

  @Option(help: "Only show what is weighed in the turn at this Unicode scalar of the text named.")
  var show: Int?

  @Argument(help: "Folders with labelled texts.")
  var gold: [String]

  mutating func run() async throws {
    var weights = CueWeights(table: Array(try Data(contentsOf: URL(filePath: table))))
    if let show {
      for path in gold { try TurnPrint.print(path: path, offset: show, weights: weights) }
      return
    }
    for round in 0..<max(1, rounds) {
      let texts = try load(weights)
      Report(texts).print(texts.map { Chain($0, weights: weights.values).decisions() })
      if evaluate { return }
      if folds > 0 {
        try await validate(texts, start: weights.values)
        return
      }
      weights.values = await Fit.weights(texts, start: weights.values, pull: pull, steps: steps)
      print("round \(round + 1), the same texts with the new weights:")
      Report(texts).print(texts.map { Chain($0, weights: weights.values).decisions() })
    }
    try WeightTable.rewrite(table, with: weights.values)
  }

  private func load(_ weights: CueWeights) throws -> [TrainingText] {
    try gold.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasSuffix(".json") }
        .map { String($0.dropLast(5)) }
        .filter { FileManager.default.fileExists(atPath: "\(folder)/\($0).txt") }
        .map {
          try TrainingText(
            folder: folder,
            name: $0,
            author: Authors.author(of: $0),
            weights: weights
          )
        }
    }
  }

  private func validate(_ texts: [TrainingText], start: [Double]) async throws {
    let authors = Dictionary(grouping: texts, by: \.author)
      .mapValues { $0.reduce(0) { $0 + $1.gold.reduce(0, +) } }
      .sorted { ($0.value, $0.key) > ($1.value, $1.key) }
    var fold: [String: Int] = [:]
    var sizes = [Int](repeating: 0, count: folds)
    for (author, size) in authors {
      let least = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
      fold[author] = least
      sizes[least] += size
    }
    var decisions = texts.map { _ in [(kind: Int, share: Double, isRight: Bool)]() }
    for number in 0..<folds {
      let train = texts.filter { fold[$0.author] != number }
      let weights = await Fit.weights(train, start: start, pull: pull, steps: steps)
      for (index, text) in texts.enumerated() where fold[text.author] == number {
        decisions[index] = Chain(text, weights: weights).decisions()
      }
    }
    print("weights that have not seen the author:")
    Report(texts).print(decisions)
    Report.printCurve(decisions.flatMap { $0 })
  }
}
