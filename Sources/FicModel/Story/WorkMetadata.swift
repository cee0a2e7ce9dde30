/// What is known of a work beside its text.
///
/// The keys that readers fill: `title`, `author` (one field each), `url`, `site`, `id`, `fandom`,
/// `ship`, `char`, `tag`, `category`, `rating`, `warning`, `genre`, `status`, `lang`, `series`,
/// `part` (its number in the series), `words`, `chapters`, `published`, `updated`, `packaged`,
/// `summary`, `author_url`, `media`. A label that is none of these keeps its own words as its key.
public struct WorkMetadata: Hashable, Sendable {
  /// In the order of the source.
  ///
  /// A key may stand several times.
  public var fields: [MetadataField]

  /// Creates metadata.
  public init(fields: [MetadataField] = []) {
    self.fields = fields
  }

  /// The first value of `key`.
  public subscript(key: String) -> String? { fields.first { $0.key == key }?.value }

  /// All values of `key`, in order.
  public func values(of key: String) -> [String] {
    fields.filter { $0.key == key }.map(\.value)
  }

  /// The title; nil where no source has one.
  public var title: String? { self["title"] }

  /// The authors, in order.
  public var authors: [String] { values(of: "author") }
}
