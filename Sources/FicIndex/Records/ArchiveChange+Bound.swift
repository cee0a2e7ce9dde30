package import FicModel

extension ArchiveChange {
  /// How many changes an index keeps, the latest.
  package static let mostKept = 10_000
}
