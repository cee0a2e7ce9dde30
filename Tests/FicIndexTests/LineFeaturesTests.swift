import FicModel
import Testing

@testable import FicIndex

@Suite struct LineFeaturesTests {
  private func leaf(
    _ positions: [Int],
    weight: Double = 1,
    length: Int = 1,
    beside: Int = 0,
    isSpeaker: Bool = false
  ) -> LineFeatures.Leaf {
    var leaf = LineFeatures.Leaf(weight: weight, length: length)
    leaf.frequency = positions.count
    leaf.positions = positions
    leaf.frequencyBeside = beside
    leaf.isSpeaker = isSpeaker
    return leaf
  }

  private func line(_ leaves: LineFeatures.Leaf..., words: Int = 20) -> LineFeatures {
    LineFeatures(words: words, leaves: leaves)
  }

  // MARK: Words of the line

  @Test func `the words of a line count by weight, frequency and length`() {
    #expect(
      TermMatches.score(line(leaf([1, 5], weight: 3), leaf([], weight: 9)))
        == 3 * BM25.saturation(2, words: 20)
    )
  }

  @Test func `of a long line the part counts that holds its words close together`() {
    let apart = line(leaf([3]), leaf([90]), leaf([200]), words: 400)
    #expect(TermMatches.words(apart) == 400)
    let near = line(leaf([3, 300]), leaf([90, 302]), leaf([200, 304]), words: 400)
    #expect(TermMatches.words(near) == TermMatches.leastOfLong + 5)
    let phrase = line(leaf([3, 300], length: 2), leaf([305]), words: 400)
    #expect(TermMatches.words(phrase) == TermMatches.leastOfLong + 6)
    #expect(TermMatches.words(line(leaf([3]), leaf([4]), words: 60)) == 60)
    #expect(TermMatches.words(line(leaf([3]), leaf([]), words: 400)) == 400)
    #expect(TermMatches.words(line(leaf([]), words: 400)) == 400)
  }

  // MARK: Lines beside

  @Test func `a word that only a line beside has counts for a part`() {
    #expect(LinesBeside.score(line(leaf([], weight: 4, beside: 1))) == 4 * LinesBeside.weight)
    #expect(LinesBeside.score(line(leaf([], weight: 4, beside: 9))) == 4 * LinesBeside.weight)
    #expect(LinesBeside.score(line(leaf([3], weight: 4, beside: 1))) == 0)
    #expect(LinesBeside.score(line(leaf([], weight: 4))) == 0)
  }

  // MARK: Order

  @Test func `words side by side in the order of the query count most`() {
    #expect(WordOrder.score(line(leaf([3]), leaf([4]))) == WordOrder.weight)
    #expect(WordOrder.score(line(leaf([3], length: 2), leaf([5]))) == WordOrder.weight)
    let three = line(leaf([3]), leaf([4]), leaf([5]))
    #expect(WordOrder.score(three) == 2 * WordOrder.weight)
  }

  @Test func `the wrong order halves it, and distance takes it away`() {
    let near = WordOrder.score(line(leaf([3]), leaf([4])))
    let reversed = WordOrder.score(line(leaf([4]), leaf([3])))
    let far = WordOrder.score(line(leaf([3]), leaf([4 + Int(WordOrder.reach)])))
    #expect(reversed == near * WordOrder.reversed)
    #expect(far == near / 2)
    #expect(WordOrder.score(line(leaf([0]), leaf([5000]))) < near / 100)
  }

  @Test func `the closest of several places counts`() {
    #expect(WordOrder.score(line(leaf([0, 9]), leaf([10, 30]))) == WordOrder.weight)
    let behind = WordOrder.score(line(leaf([0, 901]), leaf([900])))
    #expect(behind == WordOrder.weight * WordOrder.reversed)
  }

  @Test func `words that the line lacks part none of those that it has`() {
    #expect(WordOrder.score(line(leaf([3]), leaf([]), leaf([4]))) == WordOrder.weight)
    #expect(WordOrder.score(line(leaf([3]))) == 0)
  }

  // MARK: Speakers

  @Test func `a name of who speaks counts where the line does not say it`() {
    #expect(
      SpeakerMatches.score(line(leaf([], weight: 4, isSpeaker: true)))
        == 4 * SpeakerMatches.weight
    )
    #expect(SpeakerMatches.score(line(leaf([2], weight: 4, isSpeaker: true))) == 0)
  }

  // MARK: Forms

  @Test func `a word that the line has in another form alone counts for less`() {
    var other = leaf([2], weight: 4)
    other.isOtherForm = true
    #expect(WordForms.score(line(other)) == -4 * WordForms.weight)
    #expect(WordForms.score(line(leaf([2], weight: 4))) == 0)
    #expect(line(other).score < line(leaf([2], weight: 4)).score)
    #expect(line(other).score > 0)
  }

  // MARK: All

  @Test func `the score is the sum of the signals`() {
    let line = line(leaf([3]), leaf([5], weight: 2), leaf([], beside: 1, isSpeaker: true))
    #expect(
      line.score
        == TermMatches.score(line) + LinesBeside.score(line) + WordOrder.score(line)
        + SpeakerMatches.score(line)
    )
    #expect(line.score > 0)
  }

  @Test func `of equal scores the earlier place comes first`() {
    func ranked(_ line: Int, _ score: Double) -> RankedLine {
      let chapter = ChapterKey(work: WorkID(rawValue: 1), chapter: 1)
      return RankedLine(
        key: LineKey(chapter: chapter, line: line),
        score: score,
        answers: true,
        lacking: LeafSet()
      )
    }
    let sorted = [ranked(2, 1), ranked(9, 2), ranked(1, 1)].sorted { $0.precedes($1) }
    #expect(sorted.map(\.key.line) == [9, 1, 2])
  }
}
