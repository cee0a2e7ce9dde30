import FicModel
import FicParsing

/// The pages of any other book: chapters start where its table of contents says; where that says
/// nothing, at pages that begin with a heading.
struct GenericBook {
  /// The entries that lead to chapters, by their files.
  private var starts: [String: [NavigationEntry]] = [:]

  /// The files of cover, title page, table of contents and the like.
  private var matter: Set<String> = []

  private let usesContents: Bool

  /// What entries are called that have others below them.
  private(set) var partTitles: Set<ChapterTitle> = []

  /// Whether a chapter has begun.
  private var isInChapters = false

  init(_ contents: [NavigationEntry], pages: [String]) {
    let known = Set(pages)
    let chapters = contents.filter { !$0.isMatter && known.contains($0.path) }
    usesContents = chapters.count > 1 || chapters.count * 2 >= pages.count
    for entry in contents where known.contains(entry.path) {
      if entry.isMatter, entry.fragment == nil {
        matter.insert(entry.path)
      } else if usesContents, !entry.isMatter {
        starts[entry.path, default: []].append(entry)
      }
    }
    for path in starts.keys { matter.remove(path) }
  }

  /// Reads a page, which must come in the order of the book.
  mutating func read(_ tree: MarkupTree, path: String, into story: inout MarkupStory) {
    let body = tree.first("body") ?? 0
    if matter.contains(path) || isContents(body, tree) {
      readMatter(body, tree, into: &story)
      return
    }
    var places: [Int: ChapterTitle] = [:]
    let entries = starts[path] ?? []
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
      story.render(body, of: tree, as: .summary)
      return
    }
    if !usesContents, let heading = firstHeading(in: body, of: tree) {
      places[body] = ListedTitle.title(tree.words(of: heading))
    }
    isInChapters = isInChapters || !places.isEmpty
    story.render(body, of: tree, startingChaptersAt: places)
  }

  /// A page of links is a table of contents, whatever it is called.
  private func isContents(_ body: Int, _ tree: MarkupTree) -> Bool {
    let all = tree.visibleBytes(in: body)
    let links = tree.all("a", in: body)
      // Mobipocket's links name a place in the text.
      .filter { tree.attribute("href", of: $0) ?? tree.attribute("filepos", of: $0) != nil }
    guard links.count > 2 else { return false }
    return links.reduce(0, { $0 + tree.visibleBytes(in: $1) }) * 10 >= all * 7
  }

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

  /// Renders a page that describes the book, and reads its labels as FicHub writes them.
  private func readMatter(_ body: Int, _ tree: MarkupTree, into story: inout MarkupStory) {
    story.render(body, of: tree, as: .summary)
    if !isInChapters { LabelledPage(tree).read(body, into: &story.facts) }
  }
}
