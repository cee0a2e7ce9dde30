/// A file of aliases: one person a line, a name and the others after it.
///
///     Edwin Smith = Agent Smith, Smith, the tall agent
///
/// A name that means two people is a problem of its line; the others count.
package struct AliasFile: Sendable {
  /// An entry with its place.
  package struct Line: Hashable, Sendable {
    /// The entry.
    package var entry: AliasEntry

    /// The line, from 1.
    package var number: Int
  }

  /// How such files are written.
  package static let kind = UserFile.Kind(
    ending: "aliases",
    form: "NAME = ALIAS, ALIAS",
    opening: [
      "# Aliases of characters, one person a line: Name = alias, alias",
      "# Lines below [work: Title or id] hold in that work; those above hold in all works.",
      "",
    ],
    flawCode: "bad_alias"
  )

  /// The most names in a file; the rest is reported and left out.
  package static let maximumNames = 20_000

  /// What was understood, in order.
  package private(set) var entries: [Line] = []

  private var file: UserFile

  /// Reads a file's bytes.
  package init(path: String, bytes: [UInt8] = []) {
    self.init(UserFile(path: path, kind: Self.kind, bytes: bytes))
  }

  private init(_ file: UserFile) {
    self.file = file
    var claims = AliasClaims()
    var names = 0
    for line in file.entries {
      do throws(UserFileFlaw) {
        for name in [line.key] + line.values {
          if let flaw = AliasName.flaw(in: name) { throw flaw }
        }
        names += 1 + line.values.count
        guard names <= Self.maximumNames else {
          throw UserFileFlaw(
            cause: "the file has more than \(Self.maximumNames) names; the rest is left out",
            hint: "remove what is not needed"
          )
        }
        let entry = AliasEntry(name: line.key, aliases: line.values, work: line.work)
        let claimed = claims.take(entry, line: line.number)
        for flaw in claimed.flaws { self.file.report(flaw, line: line.number) }
        guard let entry = claimed.entry else { continue }
        entries.append(Line(entry: entry, number: line.number))
      } catch {
        self.file.report(error, line: line.number)
        if names > Self.maximumNames { break }
      }
    }
  }

  /// Where the file is.
  package var path: String { file.path }

  /// What was not understood.
  package var problems: [FileProblem] { file.problems }

  /// The file's bytes, with a line end at the end.
  package var bytes: [UInt8] { file.bytes }

  /// Adds aliases to a name, in a work or in all; what is there already stays.
  ///
  /// The names must be without flaws.
  package mutating func add(_ entry: AliasEntry) {
    if let line = line(of: entry.name, in: entry.work) {
      let before = line.entry
      let known = Set((before.aliases + [before.name]).map(AliasName.key))
      let new = entry.aliases.filter { !known.contains(AliasName.key($0)) }
      guard !new.isEmpty else { return }
      change { $0.replace(line: line.number, key: before.name, values: before.aliases + new) }
    } else {
      change { $0.insert(key: entry.name, values: entry.aliases, work: entry.work) }
    }
  }

  /// Removes aliases of a name, or the name with all of them where none is given.
  ///
  /// A name whose last alias goes, goes with it: what is left would keep it apart from others.
  ///
  /// Returns whether anything was removed.
  package mutating func remove(_ entry: AliasEntry) -> Bool {
    let keys = Set(entry.aliases.map(AliasName.key))
    var isChanged = false
    while let line = line(of: entry.name, in: entry.work, having: keys) {
      isChanged = true
      let rest =
        keys.isEmpty ? [] : line.entry.aliases.filter { !keys.contains(AliasName.key($0)) }
      change { file in
        if rest.isEmpty {
          file.remove(line: line.number)
        } else {
          file.replace(line: line.number, key: line.entry.name, values: rest)
        }
      }
    }
    return isChanged
  }

  private mutating func change(_ body: (inout UserFile) -> Void) {
    body(&file)
    self = AliasFile(path: path, bytes: bytes)
  }

  /// The first line of a name in a scope that has one of some aliases, if any are asked for.
  private func line(of name: String, in work: String?, having keys: Set<String> = []) -> Line? {
    entries.first { line in
      guard AliasName.key(line.entry.name) == AliasName.key(name), line.entry.isIn(work) else {
        return false
      }
      return keys.isEmpty || line.entry.aliases.contains { keys.contains(AliasName.key($0)) }
    }
  }
}

extension AliasEntry {
  /// Whether the entry belongs to a scope of a file: a work as written there, or all works.
  fileprivate func isIn(_ other: String?) -> Bool {
    work.map(AliasName.key) == other.map(AliasName.key)
  }
}
