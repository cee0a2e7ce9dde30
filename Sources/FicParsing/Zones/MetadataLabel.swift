import FicModel

/// Labels of header lines, as in `Rating: T`.
package enum MetadataLabel {
  /// The longest label, in Unicode scalars.
  private static let longest = 40

  private static let table = PhraseTable(PackageResources.metadata_labels_txt)

  /// A header line taken apart.
  package struct Match: Hashable, Sendable {
    /// The label as it is written.
    package var label: String

    /// The key of the fact; nil where the label is not known.
    package var key: String?

    /// Whether the label is an ordinary word too, so that it counts only beside others.
    package var isWeak: Bool

    /// Where the value stands, in bytes of the text.
    package var value: Range<Int>
  }

  /// Reads the line in `range`; nil where no short label with a colon begins it.
  ///
  /// Marks of lists and of emphasis around the label are skipped: `- **Rating:** T`.
  package static func match(_ range: Range<Int>, in text: [UInt8]) -> Match? {
    var start = WhiteSpace.skip(from: range.lowerBound, to: range.upperBound, in: text)
    while start < range.upperBound, isMarkup(text[start]) {
      start = WhiteSpace.skip(from: start + 1, to: range.upperBound, in: text)
    }
    var colon = start
    var scalars = 0
    while colon < range.upperBound, text[colon] != UInt8(ascii: ":") {
      if text[colon] == 0x0A || scalars >= longest { return nil }
      // A byte that goes on with a scalar begins none.
      if text[colon] & 0xC0 != 0x80 { scalars += 1 }
      colon += 1
    }
    guard colon < range.upperBound, colon > start else { return nil }
    var label = WhiteSpace.trim(start..<colon, in: text)
    while let last = label.last, isMarkup(text[last]) { label = label.lowerBound..<last }
    guard !label.isEmpty else { return nil }
    var value = colon + 1
    while value < range.upperBound, isMarkup(text[value]) { value += 1 }
    // "http://": the colon of an address ends no label.
    if value < range.upperBound, text[value] == UInt8(ascii: "/") { return nil }
    let words = String(decoding: text[label], as: UTF8.self)
    let known = table[PhraseTable.fold(words)]?.split(separator: " ")
    return Match(
      label: words,
      key: known?.first.map(String.init),
      isWeak: known.map { $0.count > 1 } ?? true,
      value: WhiteSpace.trim(value..<range.upperBound, in: text)
    )
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "#")
  }
}
