import FicModel

/// The bytes of a paragraph with a look at the characters around an offset.
///
/// Offsets count in the stored chapter text. Nothing outside `span` is seen. Malformed UTF-8 reads
/// as one U+FFFD a byte, so that no input can trip a reader.
struct Prose: Sendable {
  /// A character and where it is.
  struct Placed {
    /// The character.
    var scalar: Unicode.Scalar

    /// Its first byte.
    var start: Int

    /// The byte after it.
    var end: Int
  }

  /// The chapter's text.
  let bytes: [UInt8]

  /// The part of it that is read.
  let span: TextSpan

  /// Creates a view; a span that leaves the text is cut.
  init(_ bytes: [UInt8], in span: TextSpan) {
    self.bytes = bytes
    self.span = span.intersection(TextSpan(0, bytes.count))
  }

  /// A view of a part.
  func part(_ part: TextSpan) -> Prose { Prose(bytes, in: part.intersection(span)) }

  /// The character that starts at `offset`; nil outside the view.
  func character(at offset: Int) -> Placed? {
    guard offset >= span.start, offset < span.end else { return nil }
    let lead = bytes[offset]
    if lead < 0x80 {
      return Placed(scalar: Unicode.Scalar(lead), start: offset, end: offset + 1)
    }
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard count > 1, offset + count <= span.end else { return malformed(at: offset) }
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for index in offset + 1..<offset + count {
      guard bytes[index] & 0xC0 == 0x80 else { return malformed(at: offset) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return malformed(at: offset) }
    return Placed(scalar: scalar, start: offset, end: offset + count)
  }

  /// The character that ends at `offset`; nil outside the view.
  func character(before offset: Int) -> Placed? {
    guard offset > span.start, offset <= span.end else { return nil }
    var start = offset - 1
    while start > span.start, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    if let character = character(at: start), character.end == offset { return character }
    return malformed(at: offset - 1)
  }

  /// The scalar that starts at `offset`.
  func scalar(at offset: Int) -> Unicode.Scalar? { character(at: offset)?.scalar }

  /// The scalar that ends at `offset`.
  func scalar(before offset: Int) -> Unicode.Scalar? { character(before: offset)?.scalar }

  /// The first offset at or after `offset` that is no white space, at most the view's end.
  func skippingSpaces(from offset: Int) -> Int {
    skipping(from: offset) { $0.isProseSpace }
  }

  /// The first offset at or after `offset` whose character fails `isSkipped`.
  func skipping(from offset: Int, while isSkipped: (Unicode.Scalar) -> Bool) -> Int {
    var place = max(offset, span.start)
    while let next = character(at: place), isSkipped(next.scalar) { place = next.end }
    return min(place, max(span.end, offset))
  }

  /// The last offset at or before `offset` that has no white space before it.
  func trimmingSpaces(before offset: Int) -> Int {
    trimming(before: offset) { $0.isProseSpace }
  }

  /// The last offset at or before `offset` whose character before it fails `isTrimmed`.
  func trimming(before offset: Int, while isTrimmed: (Unicode.Scalar) -> Bool) -> Int {
    var place = min(offset, span.end)
    while let previous = character(before: place), isTrimmed(previous.scalar) {
      place = previous.start
    }
    return place
  }

  /// The span without white space at its ends.
  func trimmed(_ part: TextSpan) -> TextSpan {
    let start = skippingSpaces(from: part.start)
    guard start < part.end else { return TextSpan(part.start, part.start) }
    return TextSpan(start, trimmingSpaces(before: part.end))
  }

  /// Whether the ASCII bytes of `literal` stand at `offset`.
  func has(_ literal: StaticString, at offset: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard offset >= span.start, offset + count <= span.end else { return false }
    return String(describing: literal).utf8.elementsEqual(bytes[offset..<offset + count])
  }

  private func malformed(at offset: Int) -> Placed {
    Placed(scalar: "\u{FFFD}", start: offset, end: offset + 1)
  }
}
