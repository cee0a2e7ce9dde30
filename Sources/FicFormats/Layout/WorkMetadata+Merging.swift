package import FicModel

extension WorkMetadata {
  /// Merges what several sources say: for each key all fields of one origin, from one source.
  ///
  /// The origin that stands first in `MetadataField.Origin` wins, then the earlier source.
  package init(merging sources: [WorkMetadata]) {
    var best: [String: (rank: Int, source: Int)] = [:]
    var order: [String] = []
    for (source, metadata) in sources.enumerated() {
      for field in metadata.fields {
        let rank = MetadataField.Origin.allCases.firstIndex(of: field.origin) ?? 0
        if let known = best[field.key] {
          if rank < known.rank { best[field.key] = (rank, source) }
        } else {
          best[field.key] = (rank, source)
          order.append(field.key)
        }
      }
    }
    self.init(
      fields: order.flatMap { key -> [MetadataField] in
        guard let choice = best[key] else { return [] }
        return sources[choice.source].fields.filter {
          $0.key == key && MetadataField.Origin.allCases.firstIndex(of: $0.origin) == choice.rank
        }
      }
    )
  }
}
