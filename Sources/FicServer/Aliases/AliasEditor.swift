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
        AliasFlaw(cause: "'I' is somebody else in every work", hint: "name one with --work")
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
