import FicIndex
import FicModel

/// By what a source says which work it holds: the work's address, its title with its authors.
struct WorkNames: Hashable {
  /// The address of the work; nil where the source has none.
  var address: WorkAddress?

  /// Title and authors, folded, U+001F before each author; of a source that states a title only,
  /// that; nil where no title is known, or only the name of a file tells it.
  var name: String?

  /// Reads the names in what is known of a source.
  init(_ metadata: WorkMetadata) {
    address = metadata.values(of: "url").lazy.compactMap { WorkAddress($0) }.first
    if address == nil, let number = metadata["id"], let site = metadata["site"] {
      address = WorkAddress(site: site, number: number)
    }
    name = Self.name(title: metadata.title, authors: metadata.authors)
    let title = metadata.fields.first { $0.key == "title" }
    if name == nil, let title, title.origin != .fileName, title.origin != .folder {
      let folded = Self.folded(title.value)
      name = folded.isEmpty ? nil : folded
    }
  }

  /// The name, where it has title and authors.
  var fullName: String? { name.flatMap { $0.contains("\u{1F}") ? $0 : nil } }

  /// Whether two names are of two works: other authors or another title, as far as both have them.
  static func differ(_ left: String, _ right: String) -> Bool {
    let first = left.split(separator: "\u{1F}")
    let second = right.split(separator: "\u{1F}")
    return first.count > 1 && second.count > 1 ? left != right : first.first != second.first
  }

  /// The words of a name, in the form in which names are compared.
  static func folded(_ text: String) -> String {
    Analyzer().terms(of: text).map(\.description).joined(separator: " ")
  }

  /// What identifies a work of these names: its address, else its title and authors, else how its
  /// text begins; never where it lies, so that it is the same on every machine.
  ///
  /// - Parameter opening: How its text begins.
  /// - Returns: What identifies it.
  func identity(_ opening: TextOpening) -> String { address?.text ?? fullName ?? opening.text }

  /// The folded form of a title and its authors; nil where either says nothing.
  ///
  /// A title that only the name of a file tells counts as well as one of a header.
  static func name(title: String?, authors: [String]) -> String? {
    let title = title.map(folded) ?? ""
    let authors = authors.map(folded).filter { !$0.isEmpty }.sorted()
    guard !title.isEmpty, !authors.isEmpty else { return nil }
    return title + "\u{1F}" + authors.joined(separator: "\u{1F}")
  }
}
