/// A page that lists works of a site, as search results, bookmarks and a reader's history do.
///
/// What it says of them is no story. Source: otwarchive, app/views/works/_work_blurb and
/// app/views/bookmarks; pages of fanfiction.net.
enum ListingPage {
  /// Whether a page is one: it has entries of works, and no place for the text of one.
  static func matches(_ tree: MarkupTree) -> Bool {
    if tree.first(id: "workskin") != nil || tree.first(id: "storytext") != nil { return false }
    let entry = tree.first { node in
      tree.hasClass("blurb", node)
        && ["work", "bookmark", "series", "reading"].contains { tree.hasClass($0, node) }
        || tree.hasClass("z-list", node)
    }
    return entry != nil
  }
}
