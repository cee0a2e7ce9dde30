import FicModel
import FicParsing

/// The pages of any other book: chapters start where its table of contents says; where that says
/// nothing, at pages that begin with a heading.
struct GenericBook {
  /// The entries that lead to chapters, by their files.
  private var starts: [String: [NavigationEntry]] = [:]

  /// The files of title page, imprint, table of contents and the like.
  private var boilerplate: Set<String> = []

  /// The files that may describe the book, with the entries that lead to them.
  private var matter: [String: [NavigationEntry]] = [:]

  private let usesContents: Bool

  /// What entries are called that have others below them.
  private(set) var partTitles: Set<ChapterTitle> = []

  /// Whether a chapter has begun.
  private var isInChapters = false

  init(_ contents: [NavigationEntry], pages: [String]) {
    let known = Set(pages)
    let listed = contents.filter { known.contains($0.path) }
    let chapters = listed.filter { !$0.isBoilerplate && !$0.mayBeMatter }
    usesContents = chapters.count > 1 || chapters.count * 2 >= pages.count
    for entry in listed {
      if entry.isBoilerplate, entry.fragment == nil {
        boilerplate.insert(entry.path)
      } else if entry.mayBeMatter, entry.fragment == nil {
        matter[entry.path, default: []].append(entry)
      } else if usesContents, !entry.isBoilerplate {
        starts[entry.path, default: []].append(entry)
      }
    }
    for path in starts.keys {
      boilerplate.remove(path)
      matter[path] = nil
    }
  }

  /// Reads a page, which must come in the order of the book.
  mutating func read(_ tree: MarkupTree, path: String, into story: inout MarkupStory) {
    let body = tree.first("body") ?? 0
    if boilerplate.contains(path) || isBoilerplate(body, tree) {
      readMatter(body, tree, as: .boilerplate, into: &story)
      return
    }
    if matter[path] != nil, describes(body, tree) {
      readMatter(body, tree, as: .summary, into: &story)
      return
    }
    var places: [Int: ChapterTitle] = [:]
    let entries = starts[path] ?? matter[path] ?? []
    let ids = entries.contains { $0.fragment != nil } ? tree.ids(in: body) : [:]
    for entry in entries {
      let place = entry.fragment.flatMap { ids[$0] } ?? body
      if places[place] == nil {
        places[place] = ListedTitle.title(entry.label)
        if entry.isParent { partTitles.insert(ListedTitle.title(entry.label)) }
      }
    }
    if !usesContents, !isInChapters, hasOnlyHeadings(body, tree) {
      // A title page.
      story.render(body, of: tree, as: .boilerplate)
      return
    }
    if !usesContents, let heading = firstHeading(in: body, of: tree) {
      places[body] = ListedTitle.title(tree.words(of: heading))
    }
    isInChapters = isInChapters || !places.isEmpty
    story.render(body, of: tree, startingChaptersAt: places)
  }

  /// What pages call themselves that hold nothing of the story.
  ///
  /// Source: EPUB 3 Structural Semantics Vocabulary 1.1.
  private static let boilerplateTypes: Set<String> = [
    "toc", "landmarks", "loi", "lot", "titlepage", "halftitlepage", "cover", "copyright-page",
    "imprint", "colophon", "seriespage", "doc-toc", "doc-cover", "doc-colophon", "doc-credits",
  ]

  /// Whether a page says that it holds nothing of the story, or is a table of contents: most of it
  /// is links, whatever it is called.
  private func isBoilerplate(_ body: Int, _ tree: MarkupTree) -> Bool {
    for node in [body] + Array(tree.children(of: body)) where !tree.isText(node) {
      for name in ["epub:type", "role"] {
        let types = tree.attribute(name, of: node)?.split(separator: " ") ?? []
        if types.contains(where: { Self.boilerplateTypes.contains($0.lowercased()) }) {
          return true
        }
      }
    }
    let all = tree.visibleBytes(in: body)
    let links = tree.all("a", in: body)
      // Mobipocket's links name a place in the text.
      .filter { tree.attribute("href", of: $0) ?? tree.attribute("filepos", of: $0) != nil }
    guard links.count > 2 else { return false }
    return links.reduce(0, { $0 + tree.visibleBytes(in: $1) }) * 10 >= all * 7
  }

  /// Whether a page that may describe the book does: it has labels as in `By: …`, or no paragraph
  /// of prose.
  private func describes(_ body: Int, _ tree: MarkupTree) -> Bool {
    if LabelledPage(tree).labels(in: body) > 1 { return true }
    return hasOnlyHeadings(body, tree) || tree.visibleBytes(in: body) < Self.leastProse
  }

  /// A page with fewer visible bytes than this holds no story.
  private static let leastProse = 40

  private func hasOnlyHeadings(_ body: Int, _ tree: MarkupTree) -> Bool {
    let headings = tree.descendants(of: body).filter { ["h1", "h2", "h3"].contains(tree.name($0)) }
    return !headings.isEmpty
      && headings.reduce(0) { $0 + tree.visibleBytes(in: $1) } >= tree.visibleBytes(in: body)
  }

  private func firstHeading(in body: Int, of tree: MarkupTree) -> Int? {
    for node in tree.descendants(of: body) {
      if tree.isText(node), tree.text[tree.nodes[node].text].contains(where: { $0 > 0x20 }) {
        return nil
      }
      if ["h1", "h2", "h3"].contains(tree.name(node)) { return node }
    }
    return nil
  }

  /// Renders a page that is no story, and reads its labels as FicHub writes them.
  private func readMatter(
    _ body: Int,
    _ tree: MarkupTree,
    as zone: ZoneKind,
    into story: inout MarkupStory
  ) {
    story.render(body, of: tree, as: zone)
    if !isInChapters { LabelledPage(tree).read(body, into: &story.facts) }
  }
}
