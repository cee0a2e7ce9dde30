/// The pages of a book in reading order, whatever the book is packed in.
struct BookPages {
  private let contents: [NavigationEntry]
  private let paths: [String]

  /// Conversions keep the marks of a layout in the pages at the start.
  private static let examined = 4

  private enum Layout {
    case archiveOfOurOwn
    case fanFicFare
    case other
  }

  /// Takes the table of contents and the names that it has for the pages, in their order.
  init(_ contents: [NavigationEntry], paths: [String]) {
    self.contents = contents
    self.paths = paths
  }

  /// Reads the pages; `tree` parses the page of a number, and is asked once for each.
  func story(
    _ tree: (Int) throws(FormatError) -> MarkupTree
  ) throws(FormatError) -> MarkupStory {
    var first: [MarkupTree] = []
    var found = Layout.other
    for number in paths.indices.prefix(Self.examined) {
      first.append(try tree(number))
      found = Self.layout(of: first[number])
      if found != .other { break }
    }
    var story = MarkupStory()
    switch found {
    case .archiveOfOurOwn:
      var layout = ArchiveOfOurOwnLayout(story)
      for number in paths.indices {
        let page = try page(number, first, tree)
        layout.read(page)
        layout.story.renderAsides(of: page)
      }
      story = layout.story
    case .fanFicFare:
      for number in paths.indices {
        let page = try page(number, first, tree)
        FanFicFareBookPage(page).read(into: &story)
        story.renderAsides(of: page)
      }
    case .other:
      var reader = GenericBook(contents, pages: paths)
      for (number, path) in paths.enumerated() {
        let page = try page(number, first, tree)
        reader.read(page, path: path, into: &story)
        story.renderAsides(of: page)
      }
      story.writer.joinHeadings(titled: reader.partTitles)
    }
    return story
  }

  private func page(
    _ number: Int,
    _ first: [MarkupTree],
    _ tree: (Int) throws(FormatError) -> MarkupTree
  ) throws(FormatError) -> MarkupTree {
    first.indices.contains(number) ? first[number] : try tree(number)
  }

  private static func layout(of tree: MarkupTree) -> Layout {
    if ArchiveOfOurOwnLayout.matches(tree) { return .archiveOfOurOwn }
    return FanFicFareBookPage.matches(tree) ? .fanFicFare : .other
  }
}
