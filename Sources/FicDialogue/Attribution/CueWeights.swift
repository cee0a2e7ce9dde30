/// What each cue is worth: natural logarithms of odds.
package struct CueWeights: Sendable {
  /// The weights in use: `Lexicon/cue-weights.txt`.
  package static let standard = CueWeights(table: PackageResources.cue_weights_txt)

  /// The weight of every cue, by its number.
  package var values: [Double]

  /// Creates weights of nothing.
  package init() {
    values = [Double](repeating: 0, count: Cue.allCases.count)
  }

  /// Reads a table of lines `cue weight`; `#` begins a comment, and unknown cues are passed over.
  package init(table: [UInt8]) {
    self.init()
    let numbers = Dictionary(uniqueKeysWithValues: Cue.allCases.map { (Self.name(of: $0), $0) })
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 2, let cue = numbers[String(fields[0])], let weight = Double(fields[1])
      else { continue }
      self[cue] = weight
    }
  }

  subscript(cue: Cue) -> Double {
    get { values[cue.rawValue] }
    set { values[cue.rawValue] = newValue }
  }

  /// The names of all cues, by their numbers: the words of the table.
  package static var names: [String] { Cue.allCases.map(name) }

  private static func name(of cue: Cue) -> String { "\(cue)" }
}
