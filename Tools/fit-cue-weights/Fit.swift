import FicParsing

/// Finds the weights that make the gold labels of texts most probable.
///
/// Resilient backpropagation (Riedmiller and Braun 1993, doi:10.1109/ICNN.1993.298623, in the form
/// that takes no step back) over the whole gradient: it needs no step size that fits all cues.
enum Fit {
  /// Fits weights, from `start` on.
  ///
  /// - Parameters:
  ///   - texts: the labelled texts.
  ///   - start: the weights to begin with.
  ///   - pull: how strongly each weight is drawn to nothing: half of it times the weight's square.
  ///   - steps: how many times the gradient is followed.
  /// - Returns: the weights after the last step.
  static func weights(
    _ texts: [TrainingText],
    start: [Double],
    pull: Double,
    steps: Int
  ) async -> [Double] {
    var weights = start
    var sizes = [Double](repeating: 0.05, count: start.count)
    var before = [Double](repeating: 0, count: start.count)
    for _ in 0..<steps {
      var gradient = await gradient(of: texts, at: weights)
      for index in weights.indices {
        gradient[index] -= pull * weights[index]
        let product = gradient[index] * before[index]
        if product > 0 {
          sizes[index] = min(0.5, sizes[index] * 1.2)
        } else if product < 0 {
          sizes[index] = max(1e-4, sizes[index] * 0.5)
          gradient[index] = 0
        }
        if gradient[index] != 0 {
          weights[index] += gradient[index] > 0 ? sizes[index] : -sizes[index]
        }
        before[index] = gradient[index]
      }
    }
    return weights
  }

  private static func gradient(of texts: [TrainingText], at weights: [Double]) async -> [Double] {
    let parts = 2
    let all = await withTaskGroup(of: [Double].self) { group in
      for part in 0..<parts {
        group.addTask {
          var gradient = [Double](repeating: 0, count: weights.count)
          for index in stride(from: part, to: texts.count, by: parts) {
            _ = Chain(texts[index], weights: weights).addGradient(to: &gradient)
          }
          return gradient
        }
      }
      return await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    return weights.indices.map { index in all.reduce(0) { $0 + $1[index] } }
  }
}
