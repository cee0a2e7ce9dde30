/// A file that the user keeps beside the index or by hand: read line by line, and changed so that
/// comments and order stay.
///
///     Edwin Smith = Agent Smith, Smith
///
///     [work: The Lamplighter's Ledger]
///     Jane = J., the clerk  # only in this work
///
/// A line that is not understood is a flaw of its own; the others count.
package struct UserFile: Sendable {
  /// A line that says something.
  package struct Entry: Hashable, Sendable {
    /// What stands before the `=`.
    package var key: String

    /// What stands behind it, between commas.
    package var values: [String]

    /// The work in whose section it stands, as written there; nil above all sections.
    package var work: String?

    /// The line, from 1.
    package var number: Int
  }

  /// How entries are written, and what a new file begins with.
  package struct Kind: Sendable {
    /// What files of the kind are called: their ending beside the index.
    package var ending: String

    /// The form of an entry, for hints.
    package var form: String

    /// The lines that a new file begins with.
    package var opening: [String]

    /// The code of a line that is not understood.
    package var flawCode: String

    /// Creates a kind.
    package init(ending: String, form: String, opening: [String], flawCode: String) {
      self.ending = ending
      self.form = form
      self.opening = opening
      self.flawCode = flawCode
    }
  }

  /// The most problems that are told of one file.
  package static let maximumProblems = 100

  /// The largest file, in bytes: more than the most entries of usual length.
  package static let maximumBytes = 4 << 20

  /// Where the file is.
  package let path: String

  /// What was understood, in order.
  package private(set) var entries: [Entry] = []

  /// What was not.
  package private(set) var problems: [FileProblem] = []

  private let kind: Kind
  private var lines: [[UInt8]]
  private var comments: [Int: String] = [:]
  private var sections: [(work: String?, line: Int)] = [(nil, 0)]

  /// Reads a file's bytes.
  package init(path: String, kind: Kind, bytes: [UInt8] = []) {
    self.path = path
    self.kind = kind
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    read()
  }

  /// Where the daemon keeps what is set over its API: `index.aliases` for `index.sqlite`, so that
  /// who removes `index.sqlite*` keeps it.
  package static func path(besideIndex index: String, _ kind: Kind) -> String {
    let name = index.lastIndex(of: "/").map { index[index.index(after: $0)...] } ?? index[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return index + "." + kind.ending
    }
    return index[..<dot] + "." + kind.ending
  }

  /// The file's bytes, with a line end at the end.
  package var bytes: [UInt8] { Array(lines.map { $0 + [0x0A] }.joined()) }

  // MARK: - Reading

  private mutating func read() {
    var work: String?
    var isKnownSection = true
    for (index, line) in lines.enumerated() {
      do throws(UserFileFlaw) {
        guard let text = String(validating: line, as: UTF8.self) else {
          throw UserFileFlaw(cause: "the line is no UTF-8", hint: "save the file as UTF-8")
        }
        switch try UserLine(text, form: kind.form) {
        case .blank: continue
        case .section(let title):
          work = title
          isKnownSection = true
          sections.append((title, index + 1))
        case .entry(let key, let values, let comment):
          guard isKnownSection else { continue }
          entries.append(Entry(key: key, values: values, work: work, number: index + 1))
          comments[index + 1] = comment
        }
      } catch {
        report(error, line: index + 1)
        if line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "[") {
          isKnownSection = false
        }
      }
    }
  }

  /// Notes that a line, or a part of it, is left out.
  package mutating func report(_ flaw: UserFileFlaw, line: Int) {
    guard problems.count < Self.maximumProblems else { return }
    problems.append(
      FileProblem(
        code: kind.flawCode,
        path: path,
        place: "line \(line)",
        cause: flaw.cause,
        hint: flaw.hint
      )
    )
  }

  // MARK: - Changing

  /// Writes other values behind the key of a line; its comment stays.
  package mutating func replace(line number: Int, key: String, values: [String]) {
    let text = UserLine.text(key: key, values: values, comment: comments[number] ?? "")
    lines[number - 1] = Array(text.utf8)
    reread()
  }

  /// Removes a line.
  package mutating func remove(line number: Int) {
    lines.remove(at: number - 1)
    reread()
  }

  /// Adds a line at the end of a work's section, or above all sections.
  package mutating func insert(key: String, values: [String], work: String?) {
    if lines.isEmpty { lines = kind.opening.map { Array($0.utf8) } }
    let place = placeOfNew(in: work)
    lines.insert(Array(UserLine.text(key: key, values: values).utf8), at: place)
    reread()
  }

  private mutating func reread() { self = UserFile(path: path, kind: kind, bytes: bytes) }

  /// Where a new line of a section belongs: behind its last line that is not empty.
  private mutating func placeOfNew(in work: String?) -> Int {
    let wanted = work.map(AliasName.key)
    guard let section = sections.lastIndex(where: { $0.work.map(AliasName.key) == wanted }) else {
      if lines.last?.isEmpty == false { lines.append([]) }
      lines.append(Array("[work: \(work ?? "")]".utf8))
      return lines.count
    }
    var end = section + 1 < sections.count ? sections[section + 1].line - 1 : lines.count
    while end > sections[section].line, Self.isEmpty(lines[end - 1]) { end -= 1 }
    if work == nil, section + 1 < sections.count, end < lines.count, !Self.isEmpty(lines[end]) {
      lines.insert([], at: end)
    }
    return end
  }

  private static func isEmpty(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
