package import FicModel

/// A block of a document: a paragraph, or what stands between paragraphs.
package struct Block: Hashable, Sendable {
  /// What a block is, as far as the source's own markup or layout tells.
  package enum Kind: Hashable, Sendable {
    /// One paragraph, its wrapped lines and its line break included.
    case paragraph
    /// A heading by markup, 1 the greatest.
    case heading(level: Int)
    /// A rule by markup: `<hr>`, a Markdown `---`.
    case rule
    /// Lines without a visible character; `lines` counts them.
    case blank(lines: Int)
    /// A paragraph that the source marks as a note or a summary of its author.
    case note
    /// A paragraph of a block quotation.
    case blockQuote
    /// A paragraph of which the source says for certain what it is: the notes and summaries that
    /// archives keep in places of their own.
    case marked(ZoneKind)
    /// Lines that describe the work: its title lines, labels, table of contents.
    case header
  }

  /// What it is.
  package var kind: Kind

  /// Where it is, in bytes of the text that it was cut from.
  package var span: TextSpan

  /// Creates a block.
  package init(kind: Kind, span: TextSpan) {
    self.kind = kind
    self.span = span
  }

  /// What the source says for certain that it is; nil where the parser must find out.
  package var markedZone: ZoneKind? {
    if case .marked(let zone) = kind { return zone }
    return nil
  }

  /// Whether nothing visible stands in it.
  package var isBlank: Bool {
    if case .blank = kind { return true }
    return false
  }
}
