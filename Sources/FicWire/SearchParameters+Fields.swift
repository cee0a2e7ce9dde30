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
    RequestField(
      "view",
      .flags(["count": "--count", "kwic": "--kwic"]),
      value: { $0.view == .lines ? nil : $0.view.rawValue },
      read: { parameters, items, _ throws(Problem) in
        parameters.view = try items.choice("view", as: View.self) ?? .lines
      }
    ),
    RequestField(
      "limit",
      .value("--limit"),
      value: { $0.limit.map(String.init) },
      read: { parameters, items, most throws(Problem) in
        parameters.limit = try items.integer("limit", in: 1...most)
      }
    ),
    RequestField(
      "sort",
      .value("--sort"),
      value: { $0.sort == .works ? nil : $0.sort.rawValue },
      read: { parameters, items, _ throws(Problem) in
        parameters.sort = try items.choice("sort", as: Sort.self) ?? .works
      }
    ),
    RequestField(
      "context",
      .value("--context"),
      value: { $0.context == 0 ? nil : String($0.context) },
      read: { parameters, items, _ throws(Problem) in
        parameters.context = try items.integer("context", in: 0...maximumContext) ?? 0
      }
    ),
    RequestField(
      "full",
      .flag("--full"),
      value: { $0.isFull ? "true" : nil },
      read: { parameters, items, _ throws(Problem) in
        parameters.isFull = try items.flag("full") ?? false
      }
    ),
    RequestField(
      "margin",
      .value("--width"),
      value: { $0.margin.map(String.init) },
      read: { parameters, items, _ throws(Problem) in
        parameters.margin = try items.integer("margin", in: margins)
      }
    ),
    RequestField(
      "sample",
      .value("--sample"),
      value: { $0.sample.map(String.init) },
      read: { parameters, items, most throws(Problem) in
        parameters.sample = try items.integer("sample", in: 1...most)
      }
    ),
    RequestField(
      "seed",
      .value("--seed"),
      value: { $0.seed == 0 ? nil : String($0.seed) },
      read: { parameters, items, _ throws(Problem) in
        parameters.seed = try items.integer("seed", in: 0...Int.max) ?? 0
      }
    ),
    RequestField(
      "in",
      .value("--in"),
      value: \.zone,
      read: { parameters, items, _ throws(Problem) in parameters.zone = items["in"] }
    ),
    RequestField(
      "confidence",
      .value("--min-confidence"),
      value: { $0.minimumConfidence?.description },
      read: { parameters, items, _ throws(Problem) in
        parameters.minimumConfidence = try items.fraction("confidence")
      }
    ),
    RequestField(
      "copies",
      .flag("--all-copies"),
      value: { $0.copies == .fold ? nil : $0.copies.rawValue },
      read: { parameters, items, _ throws(Problem) in
        parameters.copies = try items.choice("copies", as: CopiesChoice.self) ?? .fold
      }
    ),
    RequestField(
      "exact",
      .flag("--exact"),
      value: { $0.isExact ? "true" : nil },
      read: { parameters, items, _ throws(Problem) in
        parameters.isExact = try items.flag("exact") ?? false
      }
    ),
    RequestField(
      "cursor",
      .value("--cursor"),
      value: \.cursor,
      read: { parameters, items, _ throws(Problem) in parameters.cursor = items["cursor"] }
    ),
  ]
}
