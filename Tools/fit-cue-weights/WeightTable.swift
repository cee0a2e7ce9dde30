import FicDialogue
import FicParsing
import Foundation

/// The readable table of weights.
enum WeightTable {
  /// Writes new numbers into the table, in its order, its comments kept.
  static func rewrite(_ path: String, with values: [Double]) throws {
    let numbers = Dictionary(uniqueKeysWithValues: zip(CueWeights.names, values))
    var seen: Set<String> = []
    var lines: [String] = []
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      guard !line.hasPrefix("#"), let name = line.split(separator: " ").first.map(String.init)
      else {
        lines.append(String(line))
        continue
      }
      guard let value = numbers[name] else { continue }
      seen.insert(name)
      lines.append(Self.line(name, value))
    }
    for (name, value) in zip(CueWeights.names, values) where !seen.contains(name) && value != 0 {
      lines.append(Self.line(name, value))
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path,
      atomically: true,
      encoding: .utf8
    )
  }

  private static func line(_ name: String, _ value: Double) -> String {
    "\(name) \((value * 100).rounded() / 100)"
  }
}
