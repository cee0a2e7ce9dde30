import FicModel

extension SearchParameters {
  /// Everything that a search may say.
  static let fields: [RequestField<SearchParameters>] = [
    RequestField(
      "q",
      .none,
      value: \.query,
      read: { parameters, items, _ throws(Problem) in
        parameters.query = items["q"] ?? parameters.query
      }
    ),
    .choice(
      "view",
      .flags(["count": "--count", "kwic": "--kwic"]),
      \.view,
      default: .lines
    ),
    .amount("limit", \.limit),
    .choice("sort", .value("--sort"), \.sort, default: .works),
    RequestField(
      "context",
      .value("--context"),
      value: { $0.context == 0 ? nil : String($0.context) },
      read: { parameters, items, _ throws(Problem) in
        parameters.context = try items.integer("context", in: 0...maximumContext) ?? 0
      }
    ),
    .flag("full", "--full", \.isFull),
    RequestField(
      "margin",
      .value("--width"),
      value: { $0.margin.map(String.init) },
      read: { parameters, items, _ throws(Problem) in
        parameters.margin = try items.integer("margin", in: margins)
      }
    ),
    .amount("sample", \.sample),
    RequestField(
      "seed",
      .value("--seed"),
      value: { $0.seed == 0 ? nil : String($0.seed) },
      read: { parameters, items, _ throws(Problem) in
        parameters.seed = try items.integer("seed", in: 0...Int.max) ?? 0
      }
    ),
    .text("in", .value("--in"), \.zone),
    RequestField(
      "confidence",
      .value("--min-confidence"),
      value: { $0.minimumConfidence?.description },
      read: { parameters, items, _ throws(Problem) in
        parameters.minimumConfidence = try items.fraction("confidence")
      }
    ),
    .choice("copies", .flag("--all-copies"), \.copies, default: .fold),
    .flag("exact", "--exact", \.isExact),
    .chapter("upto", \.upto),
    .text("cursor", .value("--cursor"), \.cursor),
  ]
}
