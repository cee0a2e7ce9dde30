/// The utterances that a paragraph has shown so far, with their numbers in it.
struct ShownUtterances {
  /// In the order of their numbers, which count from 1.
  private(set) var utterances: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// The number of an utterance, which is the next where it has none yet.
  mutating func number(of utterance: Int) -> Int {
    if let number = numbers[utterance] { return number }
    utterances.append(utterance)
    numbers[utterance] = utterances.count
    return utterances.count
  }
}
