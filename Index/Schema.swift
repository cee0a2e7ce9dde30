/// The schema of the index file: what marks the file as ours, and the steps that lead to this
/// version.
///
/// `README.md` beside this file says in prose what every table holds.
package enum Schema {
  /// A step from one version to the next.
  package struct Migration: Sendable {
    /// The version that the step leads to, from 1.
    package let version: Int

    /// SQL statements, as UTF-8.
    package let sql: [UInt8]
  }

  /// What a file is, by the two numbers in its header.
  package enum Standing: Hashable, Sendable {
    /// A new file that holds nothing.
    case empty
    /// An index of this version.
    case current
    /// An index that steps after `version` bring up to date.
    case older(version: Int)
    /// An index that a newer program wrote.
    case newer(version: Int)
    /// Another program's file.
    case foreign
  }

  /// The `application_id` of an index file: "FicS" in ASCII.
  package static let applicationID = 0x4669_6353

  /// The steps, ascending by version, without gaps.
  package static let migrations = [
    Migration(version: 1, sql: PackageResources.v0001_initial_sql),
    Migration(version: 2, sql: PackageResources.v0002_aliases_sql),
    Migration(version: 3, sql: PackageResources.v0003_postings_sql),
    Migration(version: 4, sql: PackageResources.v0004_facts_sql),
    Migration(version: 5, sql: PackageResources.v0005_sources_sql),
    Migration(version: 6, sql: PackageResources.v0006_full_text_sql),
    Migration(version: 7, sql: PackageResources.v0007_posting_summaries_sql),
    Migration(version: 8, sql: PackageResources.v0008_addresses_sql),
    Migration(version: 9, sql: PackageResources.v0009_files_by_place_sql),
    Migration(version: 10, sql: PackageResources.v0010_pairs_in_dialogue_sql),
    Migration(version: 11, sql: PackageResources.v0011_lines_sql),
    Migration(version: 12, sql: PackageResources.v0012_posting_sums_sql),
    Migration(version: 13, sql: PackageResources.v0013_other_forms_sql),
    Migration(version: 14, sql: PackageResources.v0014_sources_by_name_sql),
    Migration(version: 15, sql: PackageResources.v0015_places_sql),
    Migration(version: 16, sql: PackageResources.v0016_added_sql),
    Migration(version: 17, sql: PackageResources.v0017_printed_sql),
    Migration(version: 18, sql: PackageResources.v0018_corrections_sql),
  ]

  /// The `user_version` of an index file that this program writes and reads.
  package static var version: Int { migrations.count }

  /// Judges a file.
  ///
  /// - Parameters:
  ///   - applicationID: The file's `application_id`; 0 in a new file.
  ///   - version: The file's `user_version`; 0 in a new file.
  ///   - isEmpty: Whether the file has no table.
  /// - Returns: What the file is.
  package static func standing(applicationID: Int, version: Int, isEmpty: Bool) -> Standing {
    if applicationID == 0, version == 0, isEmpty { return .empty }
    guard applicationID == Self.applicationID, version > 0 else { return .foreign }
    if version > Self.version { return .newer(version: version) }
    return version == Self.version ? .current : .older(version: version)
  }
}
