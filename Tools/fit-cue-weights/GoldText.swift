import Foundation

/// A text with gold labels: `NAME.txt` and `NAME.json`.
struct GoldText: Decodable {
  /// Somebody of its cast.
  struct Character: Decodable {
    var id: String
    var name: String
    var aliases: [String]?
    var derivedAliases: [String]?

    enum CodingKeys: String, CodingKey {
      case id
      case name
      case aliases
      case derivedAliases = "derived_aliases"
    }
  }

  /// A quotation: Unicode scalars of the text, the end exclusive.
  struct Quote: Decodable {
    var start: Int
    var end: Int
    var speaker: String?
    var type: String?
    var kind: String?
    var ignore: Bool?
    var nested: Bool?
  }

  var source: String?
  var characters: [Character]
  var quotes: [Quote]

  /// The quotations whose speaker is known.
  var labelled: [Quote] {
    quotes.filter {
      $0.speaker != nil && $0.ignore != true && $0.nested != true && $0.kind != "not_speech"
    }
  }
}
