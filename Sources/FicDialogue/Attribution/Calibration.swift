/// Turns the joint pass's probability into a confidence: the share of lines that are right.
enum Calibration {
  /// Probability and the share of right lines at it, rising: measured on the development texts with
  /// weights that had not seen them (six folds by author).
  private static let steps: [(probability: Double, share: Double)] = [
    (0, 0.05), (0.31, 0.33), (0.41, 0.40), (0.50, 0.48), (0.60, 0.53), (0.70, 0.63), (0.79, 0.73),
    (0.855, 0.78), (0.905, 0.835), (0.95, 0.89), (0.976, 0.946), (0.99, 0.971), (0.998, 0.985),
    (1, 0.988),
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
