import FicIndex
import FicModel

/// By what a source says which work it holds: the work's address, its title with its authors.
struct WorkNames: Hashable {
  /// The address of the work; nil where the source has none.
  var address: WorkAddress?

  /// Title and authors, folded; nil where either is not known.
  var name: String?

  /// Reads the names in what is known of a source.
  init(_ metadata: WorkMetadata) {
    address = metadata.values(of: "url").lazy.compactMap { WorkAddress($0) }.first
    if address == nil, let number = metadata["id"], let site = metadata["site"] {
      address = WorkAddress(site: site, number: number)
    }
    name = Self.name(title: metadata.title, authors: metadata.authors)
  }

  /// What identifies a work of these names that comes from a place of the archive.
  func identity(at place: String) -> String { address?.text ?? name ?? place }

  /// The folded form of a title and its authors; nil where either says nothing.
  ///
  /// A title that only the name of a file tells counts as well as one of a header.
  static func name(title: String?, authors: [String]) -> String? {
    let analyzer = Analyzer()
    func folded(_ text: String) -> String {
      analyzer.terms(of: text).map(\.description).joined(separator: " ")
    }
    let title = title.map(folded) ?? ""
    let authors = authors.map(folded).filter { !$0.isEmpty }.sorted()
    guard !title.isEmpty, !authors.isEmpty else { return nil }
    return title + "\u{1F}" + authors.joined(separator: "\u{1F}")
  }
}
