import FicModel
import FicWire

/// What may be chosen beside a query.
struct PageOptions {
  private let parameters: SearchParameters

  init(_ parameters: SearchParameters) { self.parameters = parameters }

  /// Where to look, by the value of `in:`; nothing stands for the story.
  private static let zones = [
    ("", "the story"), ("dialogue", "dialogue"), ("narration", "narration"),
    ("thought", "thoughts"), ("notes", "notes"), ("summary", "summaries"), ("all", "everything"),
  ]

  var fields: PageFields {
    [
      "zones": Self.zones.map { value, label in
        Self.option(value, label, isChosen: value == parameters.zone ?? "")
      },
      "sorts": [SearchParameters.Sort.works, .relevance, .story, .newest].map { sort in
        Self.option(sort.rawValue, Self.name(of: sort), isChosen: sort == parameters.sort)
      },
      "context": String(parameters.context), "exact": parameters.isExact,
      "copies": parameters.copies == .all,
      "hasOptions": parameters != SearchParameters(query: parameters.query),
    ]
  }

  /// A choice of a list.
  static func option(_ value: String, _ label: String, isChosen: Bool) -> PageFields {
    ["value": value, "label": label, "chosen": isChosen]
  }

  /// An order of lines, for people.
  static func name(of sort: SearchParameters.Sort) -> String {
    switch sort {
    case .works: "the best work first"
    case .relevance: "the closest line first"
    case .story: "as read"
    case .newest: "the newest work first"
    case .left: "by the words before"
    case .right: "by the words behind"
    }
  }
}
