import FicModel
package import FicParsing

/// Reads HTML: downloads of archives, pages saved from sites, any other page.
///
/// The text is the rendered text; its map leads to the characters of the decoded file that it came
/// from, markup included.
package struct HTMLReader: DocumentReader {
  /// Creates a reader.
  package init() {}

  /// By the marks at its start, whatever its name is.
  package func canRead(_ file: ChapterFile) -> Bool { HTMLSniffer.isHTML(file) }

  /// Reads a file.
  ///
  /// - Throws: `FormatError` where elements stand too deep in each other or the page holds no
  ///   story.
  /// Complexity: linear in the number of bytes.
  package func document(from file: ChapterFile) throws(FormatError) -> Document {
    let decoded = LinedText(
      CharsetDecoder().decode(file.bytes, declared: HTMLSniffer.declaredCharset(file.bytes))
    ).decoded
    let tree = try MarkupParser.page(decoded.text, path: file.path)
    if ListingPage.matches(tree) { throw FormatError(code: .noStory, path: file.path) }
    var story = MarkupStory(source: decoded)
    if ArchiveOfOurOwnLayout.matches(tree) {
      var layout = ArchiveOfOurOwnLayout(story)
      layout.read(tree)
      story = layout.story
    } else if ArchiveOfOurOwnPage.matches(tree) {
      var page = ArchiveOfOurOwnPage(tree)
      page.read(into: &story)
    } else if FanFicFarePage.matches(tree) {
      FanFicFarePage(tree).read(into: &story)
    } else if FanFictionNetPage.matches(tree) {
      FanFictionNetPage(tree).read(into: &story)
    } else {
      let page = GenericPage(tree)
      guard page.hasStory else { throw FormatError(code: .noStory, path: file.path) }
      page.read(into: &story)
      story.renderAsides(of: tree)
      return HeaderBlocks.marked(in: story.document(diagnostics: decoded.diagnostics))
    }
    story.renderAsides(of: tree)
    return story.document(diagnostics: decoded.diagnostics)
  }
}
