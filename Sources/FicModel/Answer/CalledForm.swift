/// A name, title or description by which somebody is called in a work.
public struct CalledForm: Hashable, Sendable {
  /// Who says it, and how often.
  public struct Caller: Hashable, Sendable {
    /// The name; nil for the narrator, and for lines whose speaker is not known.
    public var name: String?

    /// How often.
    public var times: Int

    /// Creates a caller.
    public init(name: String?, times: Int) {
      self.name = name
      self.times = times
    }
  }

  /// The work.
  public var work: WorkLabel

  /// Who is called so.
  public var name: String

  /// The words, as they are most often printed.
  public var form: String

  /// Who calls them so, the most frequent first.
  public var callers: [Caller]

  /// The REF of the first line, one that somebody says where there is one.
  public var ref: String

  /// That line.
  public var text: String

  /// Where the words stand in it: [start, end) in Unicode scalars of `text`.
  public var matches: [[Int]]

  /// Creates a form.
  public init(
    work: WorkLabel,
    name: String,
    form: String,
    callers: [Caller],
    ref: String,
    text: String,
    matches: [[Int]]
  ) {
    self.work = work
    self.name = name
    self.form = form
    self.callers = callers
    self.ref = ref
    self.text = text
    self.matches = matches
  }

  /// How often the words stand for them.
  public var times: Int { callers.reduce(0) { $0 + $1.times } }
}

extension CalledForm: JSONWritable {
  /// Appends the record with `"type":"called"` first.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("type", "called")
      object.field("work", work)
      object.field("name", name)
      object.field("form", form)
      object.field("times", times)
      object.field("callers", callers)
      object.field("ref", ref)
      object.field("text", text)
      object.field("matches", matches)
    }
  }
}

extension CalledForm.Caller: JSONWritable {
  /// Appends an object; `name` is null for the narrator.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.field("name", name)
      object.field("times", times)
    }
  }
}
