import FicModel

/// Writes numbers, strings and spans in the compact form of `chapter_record`.
struct RecordWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// The place from which the next span counts.
  private var place = 0

  /// Adds a number that is not negative, as a varint.
  mutating func write(_ number: Int) { bytes.append(varint: number) }

  /// Adds a number of either sign, the sign in its lowest bit.
  mutating func write(signed number: Int) { write(number << 1 ^ number >> 63) }

  /// Adds a truth value.
  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Adds a string.
  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += Array(text.utf8)
  }

  /// Adds a string that may be absent.
  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Adds a span, counted from the start of the span before.
  mutating func write(_ span: TextSpan) {
    write(signed: span.start - place)
    write(span.count)
    place = span.start
  }

  /// Adds a span that may be absent.
  mutating func write(_ span: TextSpan?) {
    write(span != nil)
    if let span { write(span) }
  }

  /// Adds the number of elements and each element.
  mutating func write<Element>(
    all elements: [Element],
    _ body: (inout RecordWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}
