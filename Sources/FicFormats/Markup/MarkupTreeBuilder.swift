import CLibxml2

/// Makes a tree of what libxml2 reports.
@safe final class MarkupTreeBuilder {
  /// The tree so far.
  private(set) var tree = MarkupTree()

  /// Where the file was left for its depth, in bytes; nil where it was read to its end.
  private(set) var tooDeepAt: Int?

  private let source: [UInt8]
  private let parser: xmlParserCtxtPtr
  private var open = [0]
  private var depth = 0

  /// The body of a page, which goes on to the end of the file, since text stands behind it in pages
  /// that were joined, and in books whose frames come before their text; nil in XML.
  private var body: Int?
  private let isPage: Bool

  private static let frame: Set<String> = ["html", "head", "body"]

  /// Elements that stand in a line of text; unclosed ones nest without end in old pages.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "big", "center", "cite", "code", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
  ]

  init(_ source: [UInt8], parser: xmlParserCtxtPtr, isPage: Bool) {
    self.source = source
    self.isPage = isPage
    unsafe self.parser = unsafe parser
  }

  /// The builder that libxml2 hands back as its context.
  static func at(_ context: UnsafeMutableRawPointer?) -> MarkupTreeBuilder? {
    unsafe context.map { unsafe Unmanaged<MarkupTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// An element begins.
  func start(
    _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard tooDeepAt == nil, let name = unsafe name else { return }
    let element = unsafe String(cString: name)
    if !Self.inline.contains(element) { depth += 1 }
    guard depth <= MarkupParser.depthLimit, open.count <= MarkupParser.openLimit else {
      tooDeepAt = position
      unsafe xmlStopParser(parser)
      return
    }
    if let body, Self.frame.contains(element) {
      open.append(body)
      return
    }
    let node = tree.appendElement(
      element,
      unsafe Self.attributes(attributes),
      in: parent,
      source: position
    )
    if isPage, element == "body" { body = node }
    open.append(node)
  }

  /// The innermost open element; behind the body's end, the body.
  private var parent: Int { max(open.last ?? 0, body ?? 0) }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [MarkupTree.Attribute] {
    guard let list = unsafe list else { return [] }
    var attributes: [MarkupTree.Attribute] = []
    var index = 0
    while let name = unsafe list[index] {
      attributes.append(
        MarkupTree.Attribute(
          name: unsafe String(cString: name),
          value: unsafe list[index + 1].map { unsafe String(cString: $0) } ?? ""
        )
      )
      index += 2
    }
    return attributes
  }

  /// The last element ends; libxml2 closes in order whatever the file left open.
  func end() {
    guard tooDeepAt == nil, open.count > 1, let last = open.popLast() else { return }
    if !Self.inline.contains(tree.name(last)) { depth -= 1 }
  }

  /// Text with its references resolved.
  func text(_ characters: UnsafePointer<xmlChar>?, _ count: CInt) {
    guard tooDeepAt == nil, let characters = unsafe characters, count > 0 else { return }
    let bytes = unsafe UnsafeBufferPointer(start: characters, count: Int(count))
    unsafe tree.appendText(bytes, in: parent, source: start(of: bytes))
  }

  /// Where text begins that ends at the parser's position: at its first byte, or at the ampersand
  /// of the reference that it came from.
  private func start(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let end = position
    let start = max(0, end - bytes.count)
    guard end <= source.count else { return min(start, source.count) }
    if unsafe source[start..<end].elementsEqual(bytes) { return start }
    return source[max(0, end - 32)..<end].lastIndex(of: UInt8(ascii: "&")) ?? start
  }

  /// How many bytes of the file the parser has read.
  private var position: Int {
    guard let input = unsafe parser.pointee.input else { return source.count }
    let read = unsafe input.pointee.cur - input.pointee.base
    return unsafe min(source.count, Int(clamping: input.pointee.consumed) + read)
  }
}
