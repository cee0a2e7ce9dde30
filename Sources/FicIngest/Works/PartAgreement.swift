import FicModel

/// Finds among files whose names make them chapters of one work those that say that they are works
/// of their own.
///
/// A file has its own address of a site that numbers its works, or else authors. Files that agree,
/// and those that say nothing, stay together; where no two agree, each that says something is a
/// work, and so are those that say nothing.
struct PartAgreement {
  /// The parts that stand alone, ascending.
  private(set) var alone: [Int] = []

  /// Compares what the parts say of themselves.
  ///
  /// - Parameter parts: What is known from each part; its name says nothing here.
  init(_ parts: [WorkMetadata]) {
    let voices = parts.map(Self.voice)
    var counts: [String: Int] = [:]
    for voice in voices.compactMap(\.self) { counts[voice, default: 0] += 1 }
    guard counts.count > 1 else { return }
    let greatest = counts.values.max() ?? 0
    // Of several with as many parts, the one that comes first.
    let main = greatest > 1 ? voices.compactMap(\.self).first { counts[$0] == greatest } : nil
    alone = voices.indices.filter { main == nil || voices[$0] != nil && voices[$0] != main }
  }

  /// What a part is known by; nil where it does not say.
  private static func voice(_ metadata: WorkMetadata) -> String? {
    if let address = WorkNames(metadata).address, address.isNumbered { return address.text }
    let authors = metadata.fields.filter {
      $0.key == "author" && $0.origin != .fileName && $0.origin != .folder
    }
    let names = authors.map { WorkNames.folded($0.value) }.filter { !$0.isEmpty }.sorted()
    return names.isEmpty ? nil : names.joined(separator: "\u{1F}")
  }
}
