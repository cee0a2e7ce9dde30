/// Turns the joint pass's probability into a confidence: the share of lines that are right.
enum Calibration {
  /// Probability and the share of right lines at it, rising: measured on the development texts with
  /// weights that had not seen them (six folds by author).
  private static let steps: [(probability: Double, share: Double)] = [
    (0, 0.05), (0.26, 0.30), (0.36, 0.36), (0.45, 0.46), (0.55, 0.53), (0.65, 0.59), (0.75, 0.66),
    (0.83, 0.72), (0.88, 0.79), (0.93, 0.82), (0.967, 0.90), (0.985, 0.945), (0.996, 0.975),
    (1, 0.985),
  ]

  /// The confidence at a probability, between the steps of the table in proportion.
  static func confidence(_ probability: Double) -> Double {
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
