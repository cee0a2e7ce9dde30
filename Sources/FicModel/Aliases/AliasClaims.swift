/// Which name belongs to whom, scope by scope, so that no name means two people.
struct AliasClaims {
  private struct Key: Hashable {
    var work: String?
    var name: String
  }

  private struct Claim {
    var owner: String
    var line: Int
  }

  private var claims: [Key: Claim] = [:]

  /// Takes the names of an entry that nobody has yet.
  ///
  /// Returns the entry without the others; nil where its name is an alias of somebody else.
  mutating func take(
    _ entry: AliasEntry,
    line: Int
  ) -> (entry: AliasEntry?, flaws: [UserFileFlaw]) {
    let work = entry.work.map(AliasName.key)
    let owner = AliasName.key(entry.name)
    if let claim = claims[Key(work: work, name: owner)], claim.owner != owner {
      return (nil, [Self.flaw(entry.name, claim)])
    }
    claims[Key(work: work, name: owner)] = Claim(owner: owner, line: line)
    var result = entry
    var flaws: [UserFileFlaw] = []
    var own: Set<String> = [owner]
    result.aliases = entry.aliases.filter { alias in
      let name = AliasName.key(alias)
      guard own.insert(name).inserted else { return false }
      if name == "i", work == nil {
        flaws.append(
          UserFileFlaw(
            cause: "'I' is somebody else in every work; it is left out",
            hint: "write it below [work: Title]"
          )
        )
        return false
      }
      let key = Key(work: work, name: name)
      if let claim = claims[key], claim.owner != owner {
        flaws.append(Self.flaw(alias, claim))
        return false
      }
      claims[key] = Claim(owner: owner, line: line)
      return true
    }
    return (result, flaws)
  }

  private static func flaw(_ name: String, _ claim: Claim) -> UserFileFlaw {
    UserFileFlaw(
      cause: claim.owner == AliasName.key(name)
        ? "'\(name)' is somebody of its own in line \(claim.line)"
        : "'\(name)' is another name of '\(claim.owner)' in line \(claim.line)",
      hint: "a name means one person; remove it from one of the lines"
    )
  }
}
