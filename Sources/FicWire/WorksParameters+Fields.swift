import FicModel

extension WorksParameters {
  /// Everything that a list of works may be asked for with.
  static let fields: [RequestField<WorksParameters>] = [
    .text("q", .none, \.query),
    .choice("sort", .value("--sort"), \.sort, default: .relevance),
    .flag("reverse", "--reverse", \.isReversed),
    .amount("limit", \.limit),
    .choice("copies", .flag("--all-copies"), \.copies, default: .fold),
    .flag("exact", "--exact", \.isExact),
    .flag("long", "--long", \.isLong),
    .text("cursor", .value("--cursor"), \.cursor),
  ]
}
