/// Turns the joint pass's probability into a confidence: the share of lines that are right.
struct Calibration: Sendable {
  /// A probability and the share of right lines at it, both rising.
  private struct Step {
    var probability: Double
    var share: Double
  }

  /// What lines of authors showed whom the networks had not seen.
  static let standard = Calibration(table: PackageResources.calibration_txt)

  private var steps = [Step(probability: 0, share: 0)]

  /// Reads a table of lines `probability share`, both rising; `#` begins a comment.
  init(table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let numbers = String(decoding: line, as: UTF8.self).split(separator: " ")
        .compactMap { Double($0) }
      guard numbers.count == 2, let last = steps.last, numbers[0] >= last.probability,
        numbers[1] >= last.share
      else { continue }
      steps.append(Step(probability: numbers[0], share: min(1, numbers[1])))
    }
  }

  /// The confidence at a probability, between the steps of the table in proportion.
  func confidence(_ probability: Double) -> Double {
    var lower = steps[0]
    for upper in steps.dropFirst() {
      if probability <= upper.probability {
        let width = upper.probability - lower.probability
        guard width > 0 else { return upper.share }
        let place = (probability - lower.probability) / width
        return lower.share + place * (upper.share - lower.share)
      }
      lower = upper
    }
    return lower.share
  }
}
