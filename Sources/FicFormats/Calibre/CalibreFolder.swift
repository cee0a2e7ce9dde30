import FicModel
import FicParsing

/// A folder of a Calibre library, `Author/Title (12)`: one book in one format or several, beside
/// its description in `metadata.opf`.
///
/// Calibre gives every format of a book the same name, `Title - Author`, and writes the description
/// again whenever the library's database changes, so the database itself need not be read. What
/// else lies there, such as covers and the folder `data` of files that belong to a book, is no
/// story.
enum CalibreFolder {
  /// What Calibre calls the description of a book.
  static let description = "metadata.opf"

  /// The end of the path of the folder of files that belong to a book.
  private static let data = "/data"

  /// Whether a folder may hold the files that belong to the book in the folder around it.
  static func isData(_ folder: String) -> Bool { folder.hasSuffix(data) }

  /// The books among the files of an archive, and the files that belong to none.
  ///
  /// Complexity: O(n log n).
  static func books(in entries: [FileEntry]) -> (books: [WorkFiles], others: [FileEntry]) {
    var folders: [String: [FileEntry]] = [:]
    for entry in entries { folders[FileName(path: entry.path).folder, default: []].append(entry) }
    var books: [WorkFiles] = []
    var taken: Set<String> = []
    for (folder, files) in folders {
      guard let book = book(of: files.map(\.path).sorted(), in: folder) else { continue }
      books.append(book)
      taken.formUnion(book.parts.map(\.path))
      taken.formUnion((folders[folder + data] ?? []).map(\.path))
    }
    let others = entries.filter { entry in
      !taken.contains(entry.path) && !isDescription(entry.path)
    }
    return (books, others)
  }

  private static func isDescription(_ path: String) -> Bool {
    path == description || path.hasSuffix("/" + description)
  }

  /// The book of a folder; nil where the folder is none of a library's.
  static func book(of paths: [String], in folder: String) -> WorkFiles? {
    let described = paths.first(where: isDescription)
    let (title, isNumbered) = title(of: folder)
    guard described != nil || isNumbered else { return nil }
    let files = paths.filter { !isDescription($0) }
    let names = Dictionary(grouping: files) { FileName(path: $0).stem }
    let name =
      names.count == 1 ? names.keys.first : names.keys.filter { begins($0, as: title) }.min()
    // Without a description, only several formats of one name show that the number is Calibre's.
    guard let name, let forms = names[name], described != nil || names.count == 1 && forms.count > 1
    else { return nil }
    var parts = forms.sorted {
      (FileFormat.rank(ofPath: $0), $0) < (FileFormat.rank(ofPath: $1), $1)
    }.map {
      WorkFiles.Part(path: $0, role: .form)
    }
    if let described { parts.append(WorkFiles.Part(path: described, role: .description)) }
    return WorkFiles(relativePath: folder.isEmpty ? name : folder, parts: parts)
  }

  /// Calibre cuts long titles, in the names of files sooner than in those of folders.
  private static func begins(_ stem: String, as title: String) -> Bool {
    let title = title.lowercased().prefix(12)
    return !title.isEmpty && stem.lowercased().hasPrefix(title)
  }

  /// The name of a book's folder without its number in the library, and whether it has one.
  private static func title(of folder: String) -> (title: String, isNumbered: Bool) {
    let parts = folder.split(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else {
      return (name, false)
    }
    let number = name[name.index(after: open)...].dropLast()
    guard parts.count > 1, !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return (name, false)
    }
    return (HeaderValue.folded(String(name[..<open])), true)
  }

  /// What the names of the folders say: the title, and its author's in the folder above.
  static func fields(of relativePath: String) -> [MetadataField] {
    let (title, isNumbered) = title(of: relativePath)
    guard !title.isEmpty else { return [] }
    var fields = [MetadataField(key: "title", value: title, origin: .folder)]
    let parts = relativePath.split(separator: "/")
    if isNumbered {
      let author = HeaderValue.folded(String(parts[parts.count - 2]))
      fields.append(MetadataField(key: "author", value: author, origin: .folder))
    }
    return fields
  }
}
