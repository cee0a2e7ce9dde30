import FicModel
import FicParsing

/// A story on its way from markup to a document: what its pages gave so far.
struct MarkupStory {
  /// What the source says of the work.
  var facts = FactCollector()

  /// The text.
  var writer: BlockWriter

  /// What the source calls the document where it is one chapter.
  var chapterTitle: ChapterTitle?

  /// Where the document is published where it is one chapter.
  var chapterAddress: String?

  /// The decoded file; nil where the rendered text is its own source.
  private let source: DecodedText?

  init(source: DecodedText? = nil) {
    self.source = source
    writer = BlockWriter(source: source)
  }

  /// Renders an element.
  ///
  /// - Parameters:
  ///   - node: The element.
  ///   - tree: What it is in.
  ///   - zone: What the source says for certain that it is; nil for story and what is mixed with
  ///     it.
  ///   - headingLevel: The rank that headings in the element have at most.
  ///   - starts: The elements at which chapters start, with what they are called.
  ///   - className: The class of elements that are left out.
  mutating func render(
    _ node: Int,
    of tree: MarkupTree,
    as zone: ZoneKind? = nil,
    headingLevel: Int = 3,
    startingChaptersAt starts: [Int: ChapterTitle] = [:],
    leavingOut className: String? = nil
  ) {
    var renderer = BlockRenderer(tree, into: writer)
    renderer.zone = zone
    renderer.leastHeadingLevel = headingLevel
    renderer.chapterStarts = starts
    renderer.silentClass = className
    writer = BlockWriter()
    renderer.render(node)
    writer = renderer.writer
  }

  /// Renders what is left out of a page's text, hidden elements and readings, as no story.
  mutating func renderAsides(of tree: MarkupTree) {
    guard tree.hasAsides else { return }
    var renderer = BlockRenderer(tree, into: writer)
    renderer.zone = .boilerplate
    writer = BlockWriter()
    renderer.renderAsides(in: 0)
    writer = renderer.writer
  }

  /// Starts a chapter with the element that heads it.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - node: The element that heads it; nil for none.
  ///   - tree: What the element is in.
  ///   - address: Where it is published, if the source says so.
  mutating func startChapter(
    _ title: ChapterTitle,
    heading node: Int?,
    of tree: MarkupTree,
    address: String? = nil
  ) {
    writer.startChapter(title, address: address)
    guard let node else { return }
    var renderer = BlockRenderer(tree, into: writer)
    renderer.zone = .heading
    writer = BlockWriter()
    renderer.render(node)
    writer = renderer.writer
  }

  /// The document; what was noted of a decoded file stands where its text went.
  func document(diagnostics: [ParseDiagnostic] = []) -> Document {
    var document = writer.document(
      metadata: WorkMetadata(fields: facts.fields),
      chapterTitle: chapterTitle,
      diagnostics: diagnostics
    )
    document.chapterAddress = chapterAddress
    for index in document.diagnostics.indices {
      let place = place(of: document.diagnostics[index].span.start, in: document)
      document.diagnostics[index].span = TextSpan(place, place)
    }
    return document
  }

  /// Where the byte of the decoded file, or the last one before it that was rendered, stands in the
  /// document; 0 where nothing leads there.
  private func place(of offset: Int, in document: Document) -> Int {
    guard let source else { return 0 }
    let wanted = source.offsetMap.sourceOffset(of: offset, in: source.text)
    let checkpoint = document.offsetMap.checkpoints.last { $0.source <= wanted }
    return min(checkpoint?.text ?? 0, document.text.count)
  }
}
