import FicModel

/// A mark that may open or close a quotation.
struct QuotationMark: Hashable, Sendable {
  /// Marks that pair with each other.
  enum Family: UInt8, Hashable, Sendable {
    /// `"`, the curly and the low ones, and two single ones in a row.
    case double
    /// `'` and the curly ones; most of them are apostrophes.
    case single
    /// « and ».
    case guillemet
    /// ‹ and ›.
    case angle
    /// 「 and 」.
    case corner
    /// 『 and 』.
    case whiteCorner

    /// Whether the shapes of its marks tell which end they are, so that they nest.
    var isDirected: Bool {
      switch self {
      case .double, .single: false
      case .guillemet, .angle, .corner, .whiteCorner: true
      }
    }
  }

  /// Which end of a quotation it is.
  enum Side: UInt8, Hashable, Sendable {
    /// It begins one.
    case opening
    /// It ends one.
    case closing
    /// Its neighbours leave both open.
    case either
  }

  /// Where it is.
  var span: TextSpan

  /// What it pairs with.
  var family: Family

  /// Which end it is, by its neighbours first and its shape second.
  var side: Side

  /// Whether it may well be something else: an apostrophe, most often.
  var isWeak: Bool = false

  /// Whether it is straight, so that a typist may have set a space on its wrong side.
  var isStraight: Bool = false
}
