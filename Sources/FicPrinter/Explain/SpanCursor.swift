import FicModel

/// A place in a list of spans that ascend, which moves on with the text and never back.
struct SpanCursor {
  private var index = 0

  /// The index of the item that holds `offset`; nil where none does.
  ///
  /// Complexity: over all calls with ascending offsets, linear in the number of items.
  mutating func move<Item>(
    to offset: Int,
    in items: [Item],
    span: (Item) -> TextSpan
  ) -> Int? {
    while index < items.count, span(items[index]).end <= offset { index += 1 }
    guard index < items.count, span(items[index]).contains(offset) else { return nil }
    return index
  }

  /// The index of the item that comes next, where it begins before `limit`.
  func next<Item>(before limit: Int, in items: [Item], span: (Item) -> TextSpan) -> Int? {
    index < items.count && span(items[index]).start < limit ? index : nil
  }
}
