import FicModel

extension Problem {
  /// A name that cannot be one.
  static func badAlias(_ flaw: AliasFlaw) -> Problem {
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

  /// An alias file that cannot be read.
  static func aliasesNotRead(_ path: String, cause: String) -> Problem {
    Problem(
      code: "aliases_not_read",
      status: 500,
      detail: "the alias file \(path) cannot be read: \(cause)",
      hint: "check that it exists and that the daemon's user may read it"
    )
  }

  /// The daemon's alias file cannot be written.
  static func aliasesNotWritten(_ path: String, cause: String) -> Problem {
    Problem(
      code: "aliases_not_written",
      status: 500,
      detail: "the alias file \(path) cannot be written: \(cause)",
      hint: "check that the daemon's user may write to its folder and that the disk has room"
    )
  }
}
