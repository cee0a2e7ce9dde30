import FicModel

extension Problem {
  /// A name that cannot be one.
  static func badAlias(_ flaw: UserFileFlaw) -> Problem {
    Problem(code: "bad_alias", status: 400, detail: flaw.cause, hint: flaw.hint)
  }

  /// A name that means somebody else already.
  static func aliasClaimed(_ name: String, by line: AliasFile.Line, in path: String) -> Problem {
    let owner = line.entry.name
    let isName = AliasName.key(owner) == AliasName.key(name)
    let removal =
      isName
      ? "ficsearch alias remove '\(owner)'" : "ficsearch alias remove '\(owner)' '\(name)'"
    return Problem(
      code: "alias_claimed",
      status: 409,
      detail: isName
        ? "'\(name)' is somebody of its own (\(path), line \(line.number))"
        : "'\(name)' is another name of '\(owner)' (\(path), line \(line.number))",
      hint: "a name means one person; first: \(removal)"
    )
  }

  /// A name that is to be kept apart and is shown as somebody else.
  static func aliasOfAnother(
    _ name: String,
    _ other: String,
    lines: Int,
    in work: WorkLabel
  ) -> Problem {
    Problem(
      code: "alias_of_another",
      status: 409,
      detail: "'\(name)' is another name of '\(other)' (\(lines) lines) in \(work.title)",
      hint: "to part them: ficsearch alias split '\(other)' '\(name)' --work \(work.id)"
    )
  }

  /// Nothing of that kind is set.
  static func noSuchAlias(_ name: String, _ aliases: [String]) -> Problem {
    let detail =
      aliases.isEmpty
      ? "no aliases of '\(name.prefix(200))' are set here"
      : "'\(name.prefix(200))' has none of these aliases here"
    return Problem(
      code: "no_such_alias",
      status: 404,
      detail: detail,
      hint: "'ficsearch alias list' shows what is set; what is set in a work wants --work"
    )
  }

  /// The alias stands in the file that somebody keeps by hand.
  static func aliasKeptByHand(_ name: String, file: String, line: Int) -> Problem {
    Problem(
      code: "alias_kept_by_hand",
      status: 409,
      detail: "'\(name)' is set in \(file), line \(line), which is kept by hand",
      hint: "remove it there, then: ficsearch reindex"
    )
  }

  /// More names than the file may have.
  static func tooManyAliases(bound: Int) -> Problem {
    Problem(
      code: "too_many_aliases",
      status: 409,
      detail: "more than \(bound) names cannot be set",
      hint: "remove some: ficsearch alias remove"
    )
  }

  /// A part of a title that several works have.
  static func ambiguousWork(_ text: String, _ works: [WorkEntry]) -> Problem {
    let shown = works.prefix(4).map { "\($0.work.id) (\($0.work.title))" }
    let rest = works.count > shown.count ? ", …" : ""
    return Problem(
      code: "ambiguous_work",
      status: 409,
      detail: "\(works.count) works are called \"\(text.prefix(200))\"",
      hint: "name one by its id: " + shown.joined(separator: ", ") + rest
    )
  }

  /// No work has that title or id.
  static func noSuchWork(_ text: String) -> Problem {
    Problem(
      code: "not_found",
      status: 404,
      detail: "no work is called \"\(text.prefix(200))\"",
      hint: "ficsearch works lists the works; a part of the title is enough"
    )
  }
}
