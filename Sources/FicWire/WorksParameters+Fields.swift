import FicModel

extension WorksParameters {
  /// Everything that a list of works may be asked for with.
  static let fields: [RequestField<WorksParameters>] = [
    RequestField(
      "q",
      .none,
      value: { $0.query.isEmpty ? nil : $0.query },
      read: { parameters, items, _ throws(Problem) in parameters.query = items["q"] ?? "" }
    ),
    RequestField(
      "sort",
      .value("--sort"),
      value: { $0.sort == .relevance ? nil : $0.sort.rawValue },
      read: { parameters, items, _ throws(Problem) in
        parameters.sort = try items.choice("sort", as: Sort.self) ?? .relevance
      }
    ),
    RequestField(
      "reverse",
      .flag("--reverse"),
      value: { $0.isReversed ? "true" : nil },
      read: { parameters, items, _ throws(Problem) in
        parameters.isReversed = try items.flag("reverse") ?? false
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
