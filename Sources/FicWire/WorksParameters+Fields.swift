import FicModel

extension WorksParameters {
  /// Everything that a list of works may be asked for with.
  static let fields: [RequestField<WorksParameters>] = [
    .text("q", .none, \.query),
    .choice("sort", .value("--sort"), \.sort, default: .relevance),
    RequestField(
      "seed",
      .value("--seed"),
      value: { $0.seed.map(String.init) },
      read: { parameters, items, _ throws(Problem) in
        parameters.seed = try items.integer("seed", in: 0...Int.max)
      }
    ),
    .flag("reverse", "--reverse", \.isReversed),
    .amount("limit", \.limit),
    .choice("copies", .flag("--all-copies"), \.copies, default: .fold),
    .flag("exact", "--exact", \.isExact),
    .flag("long", "--long", \.isLong),
    .text("cursor", .value("--cursor"), \.cursor),
  ]
}
