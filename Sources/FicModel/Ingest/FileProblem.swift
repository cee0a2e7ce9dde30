/// A file of the archive that is not searchable, or only in its last good version.
public struct FileProblem: Error, Hashable, Sendable, JSONWritable {
  /// The code of a file whose book is searched in another form.
  public static let otherForm = "other_form"

  /// The code of what is left out by its name.
  public static let leftOut = "left_out"

  /// The code of a correction that fits no line.
  public static let unfitCorrection = "unfit_correction"

  /// The codes of what is missed by nobody: the text is searched in another file, or there is none.
  package static let harmlessCodes: Set<String> = [otherForm, leftOut]

  /// The codes of faults of a file that is searchable all the same.
  package static let flawCodes: Set<String> = [
    "missing_pages", "unlisted_pages", "stray_entries", "doubtful_charset", "invalid_bytes",
    "too_many_chapters", "too_many_scenes", unfitCorrection,
  ]

  /// Whether a file with such a problem is not searchable, or only in an older version.
  public static func isFailure(_ code: String) -> Bool {
    !harmlessCodes.contains(code) && !flawCodes.contains(code)
  }

  /// Whether a file with such a problem is searchable as it is.
  public static func isFlaw(_ code: String) -> Bool { flawCodes.contains(code) }

  /// A short name that never changes: `empty`, `binary`, `too_large`, `unreadable`.
  public var code: String

  /// The file's path.
  public var path: String

  /// Where in the file: "line 12", "byte 4096"; nil for the whole file.
  public var place: String?

  /// What is wrong.
  public var cause: String

  /// What to do about it.
  public var hint: String?

  /// Creates a problem.
  public init(
    code: String,
    path: String,
    place: String? = nil,
    cause: String,
    hint: String? = nil
  ) {
    self.code = code
    self.path = path
    self.place = place
    self.cause = cause
    self.hint = hint
  }

  /// Appends the record with `"type":"file_problem"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "file_problem")
      object.field("code", code)
      object.field("path", path)
      object.field(ifPresent: "place", place)
      object.field("cause", cause)
      object.field(ifPresent: "hint", hint)
    }
  }
}

extension FileProblem: JSONReadable {
  /// Reads what `write(to:)` writes.
  public init(json: JSONValue) throws(JSONError) {
    self.init(
      code: try json.read("code"),
      path: try json.read("path"),
      place: try json.read(ifPresent: "place"),
      cause: try json.read("cause"),
      hint: try json.read(ifPresent: "hint")
    )
  }
}
