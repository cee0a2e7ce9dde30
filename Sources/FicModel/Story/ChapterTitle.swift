/// What a chapter is called: the number that is printed and the title, either of which may be
/// absent.
public struct ChapterTitle: Hashable, Sendable {
  /// The printed number or its word, as in "Chapter III" or "Prologue"; may restart in a volume.
  public var printedNumber: String?

  /// The value of the printed number, 3 for "III"; nil where it is a word such as "Prologue".
  public var number: Int?

  /// The title without number, label and ornaments.
  public var title: String?

  /// Creates a title.
  public init(printedNumber: String? = nil, number: Int? = nil, title: String? = nil) {
    self.printedNumber = printedNumber
    self.number = number
    self.title = title
  }
}
