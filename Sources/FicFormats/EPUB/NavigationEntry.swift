/// An entry of a book's table of contents.
struct NavigationEntry: Hashable {
  /// The file that it leads to.
  var path: String

  /// The id in the file; nil for its start.
  var fragment: String?

  /// What it says.
  var label: String

  /// Whether others stand below it, as chapters do below a part.
  var isParent = false

  /// The entries of an NCX file of EPUB 2, in order, whatever their depth.
  static func entries(
    ofNCX tree: MarkupTree,
    path: String,
    in names: EntryNames
  ) -> [NavigationEntry] {
    tree.nodes.indices.compactMap { node in
      guard PackageDocument.local(tree.name(node)) == "navPoint" else { return nil }
      var label: String?
      var target: String?
      var isParent = false
      for child in tree.children(of: node) {
        switch PackageDocument.local(tree.name(child)) {
        case "navLabel": label = tree.words(of: child)
        case "content": target = tree.attribute("src", of: child)
        case "navPoint": isParent = true
        default: break
        }
      }
      return entry(label, target, from: path, in: names, isParent: isParent)
    }
  }

  /// The entries of a navigation document of EPUB 3, in order.
  static func entries(
    ofNavigation tree: MarkupTree,
    path: String,
    in names: EntryNames
  ) -> [NavigationEntry] {
    let contents =
      tree.all("nav").first { node in
        ["epub:type", "type", "role"].contains {
          tree.attribute($0, of: node)?.contains("toc") ?? false
        }
      } ?? tree.first("nav")
    guard let contents else { return [] }
    let parents = Set(tree.all("ol", in: contents).map { tree.nodes[$0].parent })
    return tree.all("a", in: contents).compactMap { link in
      entry(
        tree.words(of: link),
        tree.attribute("href", of: link),
        from: path,
        in: names,
        isParent: parents.contains(tree.nodes[link].parent)
      )
    }
  }

  private static func entry(
    _ label: String?,
    _ target: String?,
    from base: String,
    in names: EntryNames,
    isParent: Bool
  ) -> NavigationEntry? {
    guard let label, let target, let place = names.place(of: target, from: base) else {
      return nil
    }
    return NavigationEntry(
      path: place.path,
      fragment: place.fragment,
      label: label,
      isParent: isParent
    )
  }

  /// What pages are called that hold nothing of the story, whatever stands on them.
  private static let boilerplateLabels: Set<String> = [
    "title page", "titlepage", "half title", "halftitle", "half title page", "cover page",
    "table of contents", "contents", "toc", "copyright", "copyright page", "imprint", "colophon",
    "uncopyright", "legal notice", "legal", "license", "licence", "full license",
    "the full project gutenberg license", "also by the author", "also by", "about the publisher",
    "newsletter", "newsletter sign-up",
  ]

  /// What pages are called that may describe the book or belong to it.
  private static let matterLabels: Set<String> = [
    "cover", "update log", "log", "introduction", "about", "information", "story information",
    "start", "preface", "afterword",
  ]

  private var foldedLabel: String { HeaderValue.folded(label).lowercased() }

  /// Whether the entry leads to a page that holds nothing of the story.
  var isBoilerplate: Bool { Self.boilerplateLabels.contains(foldedLabel) }

  /// Whether the entry may lead to a page that describes the book; what stands there tells.
  var mayBeMatter: Bool { Self.matterLabels.contains(foldedLabel) }
}
