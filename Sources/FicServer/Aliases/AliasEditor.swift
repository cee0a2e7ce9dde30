import FicModel

/// Changes the daemon's alias file, so that no name comes to mean two people.
struct AliasEditor {
  private let files: [AliasFile]
  private let scope: AliasScope

  /// Creates an editor of the last of `files`; the others are only read.
  init(_ files: [AliasFile], scope: AliasScope) {
    self.files = files
    self.scope = scope
  }

  /// The file with further aliases of a name.
  ///
  /// Throws: `Problem` for a name that is none, or is somebody else's.
  func adding(_ aliases: [String], to name: String) throws(Problem) -> AliasFile {
    for text in [name] + aliases {
      if let flaw = AliasName.flaw(in: text) { throw .badAlias(flaw) }
    }
    let owner = AliasName.key(name)
    let names = Set(aliases.map(AliasName.key)).subtracting([owner])
    if scope == .everywhere, names.contains("i") {
      throw .badAlias(
        UserFileFlaw(cause: "'I' is somebody else in every work", hint: "name one with --work")
      )
    }
    for file in files {
      for line in file.entries where scope.holds(line.entry) {
        guard AliasName.key(line.entry.name) != owner else { continue }
        let other = [line.entry.name] + line.entry.aliases
        let claimed = other.first {
          names.contains(AliasName.key($0)) || AliasName.key($0) == owner
        }
        if let claimed { throw .aliasClaimed(claimed, by: line, in: file.path) }
      }
    }
    guard var file = files.last else { return AliasFile(path: "") }
    let before = file.entries.reduce(0) { $0 + 1 + $1.entry.aliases.count }
    guard before + 1 + aliases.count <= AliasFile.maximumNames else {
      throw .tooManyAliases(bound: AliasFile.maximumNames)
    }
    var kept: Set<String> = [owner]
    let fresh = aliases.filter { kept.insert(AliasName.key($0)).inserted }
    file.add(AliasEntry(name: name, aliases: fresh, work: scope.section(in: file)))
    return file
  }

  /// The file that has names as one person, who is shown by the first; what is set of the others
  /// comes along.
  ///
  /// Throws: `Problem` for a name that is none, is somebody else's, or is set by hand.
  func merging(_ names: [String]) throws(Problem) -> AliasFile {
    guard var file = files.last, let name = names.first else { return AliasFile(path: "") }
    var aliases: [String] = []
    for other in names.dropFirst() where AliasName.key(other) != AliasName.key(name) {
      aliases.append(other)
      let isMeant = { (entry: AliasEntry) in
        AliasName.key(entry.name) == AliasName.key(other) && scope.holds(entry)
      }
      for kept in files.dropLast() {
        if let line = kept.entries.first(where: { isMeant($0.entry) }) {
          throw .aliasKeptByHand(other, file: kept.path, line: line.number)
        }
      }
      for line in file.entries where isMeant(line.entry) {
        aliases += line.entry.aliases
        _ = file.remove(AliasEntry(name: other, work: line.entry.work))
      }
    }
    let editor = AliasEditor(files.dropLast() + [file], scope: scope)
    return try editor.adding(aliases, to: name)
  }

  /// The file that has a name and others as people of their own.
  ///
  /// Throws: `Problem` for a name that is none, or that is set by hand as an alias.
  func splitting(_ others: [String], from name: String) throws(Problem) -> AliasFile {
    guard var file = files.last else { return AliasFile(path: "") }
    let owner = AliasName.key(name)
    let keys = Set(others.map(AliasName.key))
    for (place, kept) in files.enumerated() {
      for line in kept.entries where AliasName.key(line.entry.name) == owner {
        guard scope.holds(line.entry),
          line.entry.aliases.contains(where: { keys.contains(AliasName.key($0)) })
        else { continue }
        if place < files.count - 1 {
          throw .aliasKeptByHand(name, file: kept.path, line: line.number)
        }
        let own = line.entry.aliases.filter { keys.contains(AliasName.key($0)) }
        _ = file.remove(AliasEntry(name: line.entry.name, aliases: own, work: line.entry.work))
      }
    }
    for other in [name] + others {
      file = try AliasEditor(files.dropLast() + [file], scope: scope).adding([], to: other)
    }
    return file
  }

  /// The file without aliases of a name, or without the name where none is given.
  ///
  /// Throws: `Problem` where nothing of that is set, or the other file sets it.
  func removing(_ aliases: [String], of name: String) throws(Problem) -> AliasFile {
    guard var file = files.last else { return AliasFile(path: "") }
    let owner = AliasName.key(name)
    let keys = Set(aliases.map(AliasName.key))
    let isMeant = { (entry: AliasEntry) in
      AliasName.key(entry.name) == owner && scope.holds(entry)
        && (keys.isEmpty || entry.aliases.contains { keys.contains(AliasName.key($0)) })
    }
    let sections = Set(file.entries.map(\.entry).filter(isMeant).map(\.work))
    if sections.isEmpty {
      for other in files.dropLast() {
        if let line = other.entries.first(where: { isMeant($0.entry) }) {
          throw .aliasKeptByHand(name, file: other.path, line: line.number)
        }
      }
      throw .noSuchAlias(name, aliases)
    }
    for section in sections {
      _ = file.remove(AliasEntry(name: name, aliases: aliases, work: section))
    }
    return file
  }
}
