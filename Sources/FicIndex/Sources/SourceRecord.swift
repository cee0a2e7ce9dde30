package import FicModel

/// A source of a work as the index knows it: a file, or the files of a folder, that hold a text of
/// it.
package struct SourceRecord: Hashable, Sendable {
  /// What names it as long as it stays where it is: the archive's folder and the place in it.
  package var place: String

  /// The absolute path of its file or folder.
  package var path: String

  /// The work.
  package var work: WorkID

  /// The address of the work in its canonical form; nil where the source has none.
  package var address: String?

  /// Title and authors, folded, U+001F before each author; nil where no title is stated.
  package var name: String?

  /// How good its text is.
  package var quality: SourceQuality

  /// What it says of the work, where its text is not the one that is chosen; else the work has
  /// that.
  package var fields: [MetadataField]

  /// Whether the work's text is this one.
  package var isChosen: Bool

  /// Whether it could be read when it was read last; others are not chosen.
  package var isReadable: Bool

  /// Creates a record.
  package init(
    place: String,
    path: String,
    work: WorkID,
    address: String? = nil,
    name: String? = nil,
    quality: SourceQuality,
    fields: [MetadataField] = [],
    isChosen: Bool = true,
    isReadable: Bool = true
  ) {
    self.place = place
    self.path = path
    self.work = work
    self.address = address
    self.name = name
    self.quality = quality
    self.fields = fields
    self.isChosen = isChosen
    self.isReadable = isReadable
  }
}

extension SourceRecord {
  /// Whether this source is to be chosen before another of the same work: the better text, or the
  /// one whose place comes first.
  package func isBetter(than other: SourceRecord) -> Bool {
    if quality != other.quality { return quality > other.quality }
    return place < other.place
  }
}

extension WorkSource {
  /// What is shown of a source.
  ///
  /// - Parameters:
  ///   - record: The source.
  ///   - metadata: What is known of the work.
  package init(_ record: SourceRecord, of metadata: WorkMetadata) {
    var keys: [String] = []
    for field in record.fields where !keys.contains(field.key) {
      var field = field
      field.origin = .otherSource
      if metadata.fields.contains(field) { keys.append(field.key) }
    }
    self.init(
      path: record.path,
      chapters: record.quality.chapters,
      words: record.quality.words,
      updated: record.quality.updated.isEmpty ? nil : record.quality.updated,
      address: record.address,
      facts: keys,
      isShown: record.isChosen
    )
  }
}
