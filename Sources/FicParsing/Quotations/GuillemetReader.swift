import FicModel

/// Parts the words between guillemets from a French tag among them, as in `« Oui, dit-il. Et non.
/// »`.
struct GuillemetReader: Sendable {
  /// The paragraph.
  let prose: Prose

  /// The quotation, or its pieces where a narrator speaks between its marks.
  func pieces(of found: FoundQuotation) -> [FoundQuotation] {
    let whole = found.quotation
    guard found.family == .guillemet else { return [found] }
    let pieces = InsertionReader(prose: prose, isFrenchOnly: true).pieces(of: whole.content)
    guard let first = pieces.first, let last = pieces.last,
      pieces.count > 1 || last.end < prose.trimmed(whole.content).end
    else { return [found] }
    return pieces.map { piece in
      var part = whole
      part.content = piece
      part.span = TextSpan(
        piece == first ? whole.span.start : piece.start,
        piece == last && reachesEnd(piece, of: whole) ? whole.span.end : piece.end
      )
      part.continues = whole.continues && piece == last
      part.isUnbalanced = whole.isUnbalanced && piece == last
      part.nested = whole.nested.filter(piece.contains)
      return FoundQuotation(quotation: part, family: found.family)
    }
  }

  private func reachesEnd(_ piece: TextSpan, of whole: Quotation) -> Bool {
    prose.skippingSpaces(from: piece.end) >= whole.content.end
  }
}
