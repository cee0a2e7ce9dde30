/// A file of aliases: read line by line, and changed so that comments and order stay.
///
///     Edwin Smith = Agent Smith, Smith, the tall agent
///
///     [work: The Lamplighter's Ledger]
///     Jane = J., the clerk  # only in this work
///
/// A line that is not understood is a problem of its own; the others count.
package struct AliasFile: Sendable {
  /// An entry with its place.
  package struct Line: Hashable, Sendable {
    /// The entry.
    package var entry: AliasEntry

    /// The line, from 1.
    package var number: Int
  }

  /// The most names in a file; the rest is reported and left out.
  package static let maximumNames = 20_000

  /// The most problems that are told of one file.
  package static let maximumProblems = 100

  /// The largest file, in bytes: more than the most names of usual length.
  package static let maximumBytes = 4 << 20

  /// Where the file is.
  package let path: String

  /// What was understood, in order.
  package private(set) var entries: [Line] = []

  /// What was not.
  package private(set) var problems: [FileProblem] = []

  private var lines: [[UInt8]]
  private var comments: [Int: String] = [:]
  private var sections: [(work: String?, line: Int)] = [(nil, 0)]

  /// Reads a file's bytes.
  package init(path: String, bytes: [UInt8] = []) {
    self.path = path
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    read()
  }

  /// Where the daemon keeps the aliases that are set over its API: `index.aliases` for
  /// `index.sqlite`, so that who removes `index.sqlite*` keeps them.
  package static func path(besideIndex index: String) -> String {
    let name = index.lastIndex(of: "/").map { index[index.index(after: $0)...] } ?? index[...]
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return index + ".aliases"
    }
    return index[..<dot] + ".aliases"
  }

  /// The file's bytes, with a line end at the end.
  package var bytes: [UInt8] { Array(lines.map { $0 + [0x0A] }.joined()) }

  // MARK: - Reading

  private mutating func read() {
    var claims = AliasClaims()
    var work: String?
    var isKnownSection = true
    var names = 0
    for (index, line) in lines.enumerated() {
      do throws(AliasFlaw) {
        guard let text = String(validating: line, as: UTF8.self) else {
          throw AliasFlaw(cause: "the line is no UTF-8", hint: "save the file as UTF-8")
        }
        switch try AliasLine(text) {
        case .blank: continue
        case .section(let title):
          work = title
          isKnownSection = true
          sections.append((title, index + 1))
        case .entry(let name, let aliases, let comment):
          guard isKnownSection else { continue }
          names += 1 + aliases.count
          guard names <= Self.maximumNames else {
            throw AliasFlaw(
              cause: "the file has more than \(Self.maximumNames) names; the rest is left out",
              hint: "remove what is not needed"
            )
          }
          let entry = AliasEntry(name: name, aliases: aliases, work: work)
          let claimed = claims.take(entry, line: index + 1)
          for flaw in claimed.flaws { report(flaw, line: index + 1) }
          guard let entry = claimed.entry else { continue }
          entries.append(Line(entry: entry, number: index + 1))
          comments[index + 1] = comment
        }
      } catch {
        report(error, line: index + 1)
        if line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "[") {
          isKnownSection = false
        }
        if names > Self.maximumNames { break }
      }
    }
  }

  private mutating func report(_ flaw: AliasFlaw, line: Int) {
    guard problems.count < Self.maximumProblems else { return }
    problems.append(
      FileProblem(
        code: "bad_alias",
        path: path,
        place: "line \(line)",
        cause: flaw.cause,
        hint: flaw.hint
      )
    )
  }

  // MARK: - Changing

  /// Adds aliases to a name, in a work or in all; what is there already stays.
  ///
  /// The names must be without flaws.
  package mutating func add(_ entry: AliasEntry) {
    if let line = line(of: entry.name, in: entry.work) {
      let before = line.entry
      let known = Set((before.aliases + [before.name]).map(AliasName.key))
      let new = entry.aliases.filter { !known.contains(AliasName.key($0)) }
      guard !new.isEmpty else { return }
      rewrite(line, aliases: before.aliases + new)
    } else {
      if lines.isEmpty { lines = Self.opening.map { Array($0.utf8) } }
      let text = AliasLine.text(name: entry.name, aliases: entry.aliases)
      lines.insert(Array(text.utf8), at: placeOfNew(in: entry.work))
    }
    reread()
  }

  /// Removes aliases of a name, or the name with all of them where none is given.
  ///
  /// Returns whether anything was removed.
  package mutating func remove(_ entry: AliasEntry) -> Bool {
    let keys = Set(entry.aliases.map(AliasName.key))
    var isChanged = false
    while let line = line(of: entry.name, in: entry.work, having: keys) {
      isChanged = true
      if keys.isEmpty {
        lines.remove(at: line.number - 1)
      } else {
        rewrite(line, aliases: line.entry.aliases.filter { !keys.contains(AliasName.key($0)) })
      }
      reread()
    }
    return isChanged
  }

  private mutating func rewrite(_ line: Line, aliases: [String]) {
    let text = AliasLine.text(
      name: line.entry.name,
      aliases: aliases,
      comment: comments[line.number] ?? ""
    )
    lines[line.number - 1] = Array(text.utf8)
  }

  private mutating func reread() { self = AliasFile(path: path, bytes: bytes) }

  /// The first line of a name in a scope that has one of some aliases, if any are asked for.
  private func line(of name: String, in work: String?, having keys: Set<String> = []) -> Line? {
    entries.first { line in
      guard AliasName.key(line.entry.name) == AliasName.key(name), line.entry.isIn(work) else {
        return false
      }
      return keys.isEmpty || line.entry.aliases.contains { keys.contains(AliasName.key($0)) }
    }
  }

  /// Where a new line of a scope belongs: behind the last line of its section that is not empty.
  private mutating func placeOfNew(in work: String?) -> Int {
    let probe = AliasEntry(name: "", work: work)
    guard let section = sections.lastIndex(where: { probe.isIn($0.work) }) else {
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

  /// What a new file begins with.
  private static let opening = [
    "# Aliases of characters, one person a line: Name = alias, alias",
    "# Lines below [work: Title or id] hold in that work; those above hold in all works.",
    "",
  ]
}

extension AliasEntry {
  /// Whether the entry belongs to a scope of a file: a work as written there, or all works.
  fileprivate func isIn(_ other: String?) -> Bool {
    work.map(AliasName.key) == other.map(AliasName.key)
  }
}
