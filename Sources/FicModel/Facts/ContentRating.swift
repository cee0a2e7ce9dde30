/// For whom a work is meant: the steps of the sites' scales as one.
public enum ContentRating: String, CaseIterable, Hashable, Sendable, JSONReadable {
  /// For everybody: G, K, General Audiences.
  case general
  /// Some may be troubled: K+, PG.
  case generalPlus = "general-plus"
  /// From thirteen on: T, PG-13, Teen And Up Audiences.
  case teen
  /// For grown-ups: M, R, Mature.
  case mature
  /// With everything shown: E, MA, NC-17, Explicit.
  case explicit
  /// The author does not say.
  case notRated = "not-rated"
}

extension ContentRating {
  /// The rating that a site's or a user's words mean; nil where they mean none of these.
  package init?(reading text: String) {
    var words = text.lowercased().split { $0.isWhitespace || "-–_:()[]".contains($0) }
      .map(String.init)
    words.removeAll { ["rated", "rating", "fiction", "audience", "audiences"].contains($0) }
    if let rating = Self.names[words.joined(separator: " ")] {
      self = rating
      return
    }
    // "T for language", "PG-13 (for swearing)", "M, to be safe".
    guard words.count > 1, let limit = words.firstIndex(of: "for") ?? words.firstIndex(of: "to"),
      let rating = Self.names[
        words[..<limit].joined(separator: " ").filter { $0 != "," }
      ]
    else { return nil }
    self = rating
  }

  private static let names: [String: ContentRating] = {
    let lists: [(ContentRating, [String])] = [
      (
        .general,
        [
          "general", "g", "k", "all ages", "everyone", "u", "all", "frk", "frc",
          "para todos los públicos", "tout public",
        ]
      ),
      (
        .generalPlus,
        ["general+", "k+", "pg", "kplus", "k plus", "general plus", "9+", "6+", "frk+"]
      ),
      (
        .teen,
        [
          "teen", "t", "teen and up", "teen & up", "teens", "teen+", "pg 13", "pg13", "12", "12+",
          "13+", "13", "frt", "14", "14+", "young adult",
        ]
      ),
      (
        .mature,
        ["mature", "m", "r", "15", "15+", "16", "16+", "frm", "frm 15", "nc 15", "pg 16", "adult"]
      ),
      (
        .explicit,
        [
          "explicit", "e", "ma", "nc 17", "nc17", "x", "xxx", "18", "18+", "fro", "fr21", "nc 21",
          "adults only", "ao",
        ]
      ),
      (
        .notRated,
        ["not", "unrated", "none", "nr", "no", "not yet", "без рейтинга"]
      ),
    ]
    var names: [String: ContentRating] = [:]
    for (rating, words) in lists {
      for word in words { names[word] = rating }
    }
    return names
  }()
}
