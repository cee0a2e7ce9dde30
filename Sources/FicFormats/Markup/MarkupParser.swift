import CLibxml2

/// Parses HTML and XML with libxml2.
///
/// Nothing is loaded: no document type, no external entity, nothing from the network. Entities that
/// a file declares itself are left out, so that none can expand.
enum MarkupParser {
  /// The two languages; XHTML in books is read as HTML, which forgives what XML does not.
  enum Language {
    case html
    case xml
  }

  /// How deep elements may stand in each other.
  static let depthLimit = 512

  /// How many elements of any kind may be open at once: old pages leave `<font>` and `<i>` open.
  static let openLimit = 4096

  /// How many style sheets of a page are read.
  private static let sheetLimit = 32

  private static let library: Void = xmlInitParser()

  /// Parses UTF-8 without NULs; whatever its faults are, as much as can be understood.
  ///
  /// Complexity: linear in the number of bytes.
  static func tree(_ source: [UInt8], language: Language) throws(MarkupError) -> MarkupTree {
    _ = library
    let source = language == .xml ? XMLEntities.resolved(source) : source
    let parser = unsafe source.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let count = CInt(clamping: buffer.count)
      return unsafe language == .html
        ? htmlCreateMemoryParserCtxt(start, count) : xmlCreateMemoryParserCtxt(start, count)
    }
    guard let parser = unsafe parser else {
      if source.isEmpty { return MarkupTree() }
      throw .outOfMemory
    }
    let builder = unsafe MarkupTreeBuilder(source, parser: parser, isPage: language == .html)
    unsafe prepare(parser, language, builder)
    switch language {
    case .html: _ = unsafe htmlParseDocument(parser)
    case .xml: _ = unsafe xmlParseDocument(parser)
    }
    // Entities that a file declares are kept in a document, which the parser does not free.
    if let document = unsafe parser.pointee.myDoc { unsafe xmlFreeDoc(document) }
    unsafe parser.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(parser)
    if let offset = builder.tooDeepAt { throw .tooDeep(limit: depthLimit, offset: offset) }
    return builder.tree
  }

  /// Parses as above, the errors as those of a file.
  static func tree(
    _ source: [UInt8],
    language: Language,
    path: String
  ) throws(FormatError) -> MarkupTree {
    do throws(MarkupError) {
      return try tree(source, language: language)
    } catch {
      throw FormatError(error, path: path)
    }
  }

  /// Parses a page of HTML and leaves out of its text what its readers do not see.
  ///
  /// `linked` gives the style sheet at an address that the page links to.
  static func page(
    _ source: [UInt8],
    path: String,
    linked: (String) -> StyleSheet? = { _ in nil }
  ) throws(FormatError) -> MarkupTree {
    let tree = try tree(source, language: .html, path: path)
    var sheets: [StyleSheet] = []
    for node in tree.nodes.indices {
      switch tree.name(node) {
      case "style": sheets.append(StyleSheet(tree.rawText(of: node)))
      case "link":
        guard let address = tree.attribute("href", of: node),
          tree.attribute("rel", of: node)?.lowercased() == "stylesheet"
        else { continue }
        if let sheet = linked(address) { sheets.append(sheet) }
      default: break
      }
      if sheets.count == sheetLimit { break }
    }
    return PageEditor.edited(tree, sheets: sheets)
  }

  private static func prepare(
    _ parser: xmlParserCtxtPtr,
    _ language: Language,
    _ builder: MarkupTreeBuilder
  ) {
    switch language {
    case .html:
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      unsafe htmlCtxtUseOptions(parser, CInt(bitPattern: options))
    case .xml:
      let options =
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        | XML_PARSE_HUGE.rawValue
      unsafe xmlCtxtUseOptions(parser, CInt(bitPattern: options))
    }
    unsafe xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { unsafe MarkupTreeBuilder.at($0)?.start($1, $2) }
    unsafe handler.endElement = { context, _ in unsafe MarkupTreeBuilder.at(context)?.end() }
    unsafe handler.characters = { unsafe MarkupTreeBuilder.at($0)?.text($1, $2) }
    unsafe handler.ignorableWhitespace = { unsafe MarkupTreeBuilder.at($0)?.text($1, $2) }
    // Version 1 of the interface: names come with their prefixes.
    unsafe handler.initialized = 1
    unsafe parser.pointee.sax.pointee = unsafe handler
    unsafe parser.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
  }
}
