import FicModel
import FicParsing

/// A saved page of fanfiction.net or fictionpress.com: one chapter, with the work's profile above.
///
/// Source: fanficfare/adapters/adapter_fanfictionnet.py.
struct FanFictionNetPage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  /// Whether a page is one.
  static func matches(_ tree: MarkupTree) -> Bool {
    story(in: tree) != nil
      && (tree.first(id: "profile_top") != nil || FanFictionNetTitle(tree) != nil)
  }

  private static func story(in tree: MarkupTree) -> Int? {
    tree.first(id: "storytext") ?? tree.first(id: "storytextp") ?? tree.first(id: "storycontent")
  }

  /// Reads the page.
  func read(into story: inout MarkupStory) {
    guard let text = Self.story(in: tree) else { return }
    guard let profile = tree.first(id: "profile_top") else {
      readWithoutProfile(text, into: &story)
      return
    }
    readProfile(profile, into: &story.facts)
    readPlace(into: &story.facts)
    // A page that lost an end tag has one in the other.
    if !tree.descendants(of: profile).contains(text), !tree.descendants(of: text).contains(profile)
    {
      story.render(profile, of: tree, as: .summary)
    }
    if let entry = selectedChapter() {
      let title = ListedTitle.title(entry)
      story.chapterTitle = title
      story.writer.startChapter(title, address: canonicalAddress())
    }
    story.render(text, of: tree)
  }

  // MARK: Other layouts

  /// A page for phones, or one of before 2010: what it is stands in its title, and in a line that
  /// begins with the rating.
  private func readWithoutProfile(_ text: Int, into story: inout MarkupStory) {
    let title = FanFictionNetTitle(tree)
    title?.add(to: &story.facts)
    let author = tree.nodes.indices.first { node in
      tree.name(node) == "a" && tree.attribute("href", of: node)?.contains("/u/") ?? false
        && !tree.descendants(of: text).contains(node)
    }
    if let author { story.facts.add("author", items: [tree.words(of: author)]) }
    if let line = ratingLine(outside: text) {
      ProfileLine(line, of: tree).add(to: &story.facts)
      story.render(line, of: tree, as: .summary)
    }
    readPlace(into: &story.facts)
    let chapter = selectedChapter().map(ListedTitle.title) ?? title?.chapter
    if let chapter {
      story.chapterTitle = chapter
      story.writer.startChapter(chapter, address: canonicalAddress())
    }
    story.render(text, of: tree)
  }

  /// The element with the text that begins with the rating, or the one around its label.
  private func ratingLine(outside story: Int) -> Int? {
    let label = Array("Rated:".utf8)
    let found = tree.nodes.indices.last { node in
      tree.isText(node) && !tree.descendants(of: story).contains(node)
        && tree.text[tree.nodes[node].text].firstRange(of: label) != nil
    }
    guard let found else { return nil }
    var line = tree.nodes[found].parent
    if tree.words(of: line).hasSuffix("Rated:") { line = max(0, tree.nodes[line].parent) }
    // A line around the story is none.
    return tree.descendants(of: line).contains(story) ? nil : line
  }

  // MARK: Profile

  private func readProfile(_ profile: Int, into facts: inout FactCollector) {
    if let title = tree.first("b", in: profile) {
      facts.add("title", items: [tree.words(of: title)])
    }
    let author = tree.first(in: profile) {
      tree.name($0) == "a" && tree.attribute("href", of: $0)?.contains("/u/") ?? false
    }
    if let author {
      facts.add("author", items: [tree.words(of: author)])
      facts.add("author_url", absolute(tree.attribute("href", of: author) ?? ""))
    }
    let summary = tree.all("div", in: profile).first {
      tree.hasClass("xcontrast_txt", $0) && !tree.words(of: $0).isEmpty
    }
    if let summary { facts.add("summary", tree.words(of: summary)) }
    let line = tree.first(in: profile) { tree.name($0) == "span" && tree.hasClass("xgray", $0) }
    if let line { ProfileLine(line, of: tree).add(to: &facts) }
  }

  /// The media and the fandom stand in the links above the profile; the address is the page's own.
  private func readPlace(into facts: inout FactCollector) {
    if let links = tree.first(id: "pre_story_links") {
      let names = tree.all("a", in: links).map { tree.words(of: $0) }
      if let fandom = names.last { facts.add("fandom", items: fandoms(of: fandom)) }
      if names.count > 1 { facts.add("media", names[0]) }
    }
    guard let address = canonicalAddress() else { return }
    facts.add("url", Self.workAddress(address))
    facts.add("site", Self.host(of: address))
  }

  private func canonicalAddress() -> String? {
    tree.first { tree.name($0) == "link" && tree.attribute("rel", of: $0) == "canonical" }
      .flatMap { tree.attribute("href", of: $0) }
      .map(absolute)
  }

  private func fandoms(of words: String) -> [String] {
    guard words.hasSuffix(" Crossover") else { return [words] }
    return words.dropLast(10).split(separator: " + ").map(String.init)
  }

  private func absolute(_ address: String) -> String {
    if address.hasPrefix("//") { return "https:" + address }
    return address.hasPrefix("/") ? "https://www.fanfiction.net" + address : address
  }

  private static func host(of address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[2]) : ""
  }

  /// The address of a work is that of its first chapter: `/s/ID/1/Title`.
  private static func workAddress(_ address: String) -> String {
    var parts = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 5, parts[3] == "s", Int(parts[5]) != nil { parts[5] = "1" }
    return parts.joined(separator: "/")
  }

  // MARK: Chapters

  /// The entry of the list of chapters that is selected; nil for a work of one chapter.
  private func selectedChapter() -> String? {
    guard let list = tree.first(id: "chap_select") else { return nil }
    return tree.all("option", in: list).first { tree.attribute("selected", of: $0) != nil }
      .map { option in
        // An option that nothing closes holds those after it.
        let own = tree.children(of: option).prefix { tree.name($0) != "option" }
        return own.map { tree.words(of: $0) }.joined(separator: " ")
      }
  }
}
