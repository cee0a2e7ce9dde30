package import FicModel

/// One state of an index, for one answer.
///
/// Every method throws `IndexError` where the index cannot be read, or the answer's deadline has
/// come.
package protocol IndexSnapshot: AnyObject {
  /// Sizes that ranking and status need, and the generation.
  func statistics() throws -> IndexStatistics

  // MARK: Lines

  /// What the leaves of a query tell.
  func weights(of plan: QueryPlan) throws -> LeafWeights

  /// What satisfies a query, added up by work.
  func tally(_ plan: QueryPlan, _ weights: LeafWeights) throws -> LineTally

  /// The lines of a work that satisfy a query and hold a leaf that tells, in reading order: the
  /// first `limit` behind a line, or of all.
  func lines(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    of work: WorkID,
    after line: LineKey?,
    limit: Int
  ) throws -> [MatchedLine]

  /// The lines that come closest to a query, whether their stretches satisfy it or lack some of its
  /// words, the closest first; at most `limit`.
  ///
  /// Of lines that come equally close those first that are read first, by work.
  func closest(
    _ plan: QueryPlan,
    _ weights: LeafWeights,
    limit: Int
  ) throws -> [RankedLine]

  /// Hands over what a query looks into, whether it holds the words that are asked for or not: the
  /// lines in the right zones and works, of the right speakers.
  ///
  /// - Parameters:
  ///   - plan: The query.
  ///   - body: Takes parts, each once; those of a chapter in reading order.
  /// - Throws: `IndexError`.
  func forEachPart(of plan: QueryPlan, _ body: (TextPart) -> Void) throws

  /// How many words each member of the cast of a work says, or hears, of those that a query looks
  /// into.
  ///
  /// - Parameters:
  ///   - plan: The query.
  ///   - role: Whether who speaks or who is spoken to is meant.
  ///   - work: The work.
  ///   - confidence: Of lines whose speaker is less sure nothing is counted.
  /// - Returns: The words of each who has some.
  /// - Throws: `IndexError`.
  func spokenWords(
    _ plan: QueryPlan,
    by role: SpeechRole,
    in work: WorkID,
    confidence: Double
  ) throws -> [CastID: Int]

  /// Why a regular expression was not tried on every line that it might match: of all that was
  /// asked until now.
  var expressionCuts: Set<ExpressionCut> { get }

  // MARK: Stories

  /// The chapters that exist of `keys`, in the order of `keys`.
  func chapters(_ keys: [ChapterKey]) throws -> [ChapterRecords]

  /// The works that exist of `ids`, in the order of `ids`.
  func works(_ ids: [WorkID]) throws -> [StoredWork]

  /// The works that satisfy a condition, all without one, ascending by id, at most `limit`.
  func works(matching condition: WorkCondition?, limit: Int) throws -> [StoredWork]

  /// A page of a list: at most `limit` works behind one, or from the start.
  ///
  /// Where the work is not in the list, those behind the first `position` works.
  func page(
    of list: WorkList,
    after place: (work: WorkID, position: Int)?,
    limit: Int
  ) throws -> WorkListPage

  /// The values that some of `ids` have of what is known of works, folded as they are compared.
  func values(of key: FactKey, in ids: [WorkID]) throws -> [WorkID: Set<String>]

  /// For each of `ids` whose text another work holds, the work that is shown in its place.
  func holders(of ids: [WorkID]) throws -> [WorkID: WorkID]

  /// When each of `ids` was last changed, else first appeared, as the number of a `CalendarDate`;
  /// those of which neither is known are left out.
  func days(of ids: [WorkID]) throws -> [WorkID: Int]

  /// What came, changed or went, the latest first, at most `limit`.
  func changes(since: ChangesSince, limit: Int) throws -> [ArchiveChange]

  /// Cast members with their figures: of one work, or of all; whose names hold `name` as a phrase,
  /// if given.
  ///
  /// The most talkative first, at most `limit`; of these those whose names, the fullest first,
  /// `fits` lets pass.
  func cast(
    of work: WorkID?,
    named name: [Term]?,
    limit: Int,
    fitting fits: (_ names: [String]) -> Bool
  ) throws -> [CastEntry]

  // MARK: Words

  /// The words of the lines that start with some bytes and that `fits` lets pass, ascending; some
  /// that no line has any more may be among them.
  ///
  /// - Parameters:
  ///   - start: The bytes; none for all words.
  ///   - limit: The most words to read, whether they fit or not.
  ///   - fits: Tells of a word's bytes whether it is wanted.
  /// - Returns: The words, and whether there were more to read.
  /// - Throws: `IndexError`.
  func words(
    startingWith start: [UInt8],
    reading limit: Int,
    fitting fits: (_ word: [UInt8]) -> Bool
  ) throws -> (words: [Term], isCut: Bool)

  /// Names and words of the index that start with `prefix`, the most frequent first.
  func completions(of prefix: Term, inNames: Bool, limit: Int) throws -> [String]

  /// Words and names of the index within an edit or two of `term`, the best first.
  func neighbours(of term: Term, limit: Int) throws -> [String]

  /// Words of the values of a key within an edit or two of `term`, the best first; none where a
  /// value has it.
  func neighbours(of term: Term, among key: FactKey, limit: Int) throws -> [String]

  // MARK: Files

  /// How many files are not searchable, or only in their last good version or another form, by the
  /// code of the problem: the most first.
  func fileProblemCounts() throws -> [FileProblemCount]

  /// Files with a problem, by path.
  ///
  /// - Parameters:
  ///   - code: The code of the problem; nil for any.
  ///   - limit: The most files.
  /// - Returns: The files.
  /// - Throws: `IndexError`.
  func fileProblems(code: String?, limit: Int) throws -> [FileProblem]

  /// How much the index holds, as lists of works show it, which this counts for all that tell it.
  ///
  /// Works whose text another work holds count as copies and for nothing else; chapters are those
  /// of the shown source of each other work that are not gone and kept. Utterances, bytes and files
  /// are of all that is stored.
  func shownCounts() throws -> IndexCounts
}
