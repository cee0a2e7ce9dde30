import FicModel

/// Lines of text as TEI, by work, chapter and scene, with who is in them.
struct TEIFlow {
  private var text = ""
  private var works: [WorkLabel] = []
  private var people: [(work: String, name: String)] = []
  private var work: String?
  private var chapter: Int?
  private var scene: Int??

  /// Adds a line; it goes on where the one before ended.
  mutating func add(
    work label: WorkLabel,
    _ heading: ChapterLabel,
    scene number: Int?,
    _ line: TEILine
  ) {
    if work != label.id {
      close()
      work = label.id
      let known = works.firstIndex { $0.id == label.id }
      if known == nil { works.append(label) }
      text +=
        "<div type=\"work\" corresp=\"#work-\(XMLText.attribute(label.id))\">"
        + "<head>\(XMLText.content(label.title))</head>\n"
    }
    if chapter != heading.number {
      closeChapter()
      chapter = heading.number
      let head = heading.title.map { "<head>\(XMLText.content($0))</head>" } ?? ""
      text += "<div type=\"chapter\" n=\"\(heading.number)\">\(head)\n"
    }
    if scene != .some(number) {
      closeScene()
      scene = .some(number)
      text +=
        "<div type=\"\(number == nil ? "matter" : "scene")\""
        + (number.map { " n=\"\($0)\"" } ?? "") + ">\n"
    }
    var people = people
    text += line.markup { name in
      let index =
        people.firstIndex { $0.work == label.id && $0.name == name }
        ?? {
          people.append((label.id, name))
          return people.count - 1
        }()
      return "person-\(index + 1)"
    }
    self.people = people
  }

  private mutating func closeScene() {
    if scene != nil { text += "</div>\n" }
    scene = nil
  }

  private mutating func closeChapter() {
    closeScene()
    if chapter != nil { text += "</div>\n" }
    chapter = nil
  }

  private mutating func close() {
    closeChapter()
    if work != nil { text += "</div>\n" }
    work = nil
  }

  /// The body; a document must have something in it.
  var body: String {
    var flow = self
    flow.close()
    return flow.text.isEmpty ? "<p/>\n" : flow.text
  }

  /// The works, for `sourceDesc`.
  var sources: String {
    if works.isEmpty { return "<p>No text.</p>" }
    let list = works.map { work in
      "<bibl xml:id=\"work-\(XMLText.attribute(work.id))\"><title>\(XMLText.content(work.title))</title>"
        + work.authors.map { "<author>\(XMLText.content($0))</author>" }.joined()
        + "<idno type=\"ficsearch\">\(XMLText.content(work.id))</idno></bibl>"
    }
    return "<listBibl>\n" + list.joined(separator: "\n") + "\n</listBibl>"
  }

  /// Who speaks and is spoken to, for the header; nothing where nobody does.
  var persons: String {
    if people.isEmpty { return "" }
    let list = people.enumerated().map { index, person in
      "<person xml:id=\"person-\(index + 1)\" corresp=\"#work-\(XMLText.attribute(person.work))\">"
        + "<persName>\(XMLText.content(person.name))</persName></person>"
    }
    return "<profileDesc><particDesc><listPerson>\n" + list.joined(separator: "\n")
      + "\n</listPerson></particDesc></profileDesc>\n"
  }
}
