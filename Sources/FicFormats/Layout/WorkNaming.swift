import FicModel

/// Reads titles and authors from the names of works, where the names around them prove which is
/// which.
struct WorkNaming {
  /// The two orders of a name in two parts.
  private enum Order {
    case authorFirst
    case titleFirst
  }

  /// What the names in one folder show: for each half of a name, how many others it stands beside.
  private struct Evidence {
    var left: [String: Set<String>] = [:]
    var right: [String: Set<String>] = [:]
  }

  private var evidence: [String: Evidence] = [:]

  /// Collects the evidence of works and of those beside them, which are asked for by folder.
  init(_ works: [WorkFiles], beside others: (_ folder: String) throws -> [WorkFiles]) rethrows {
    for work in works { note(work) }
    for folder in evidence.keys.sorted() {
      for work in try others(folder) { note(work) }
    }
  }

  private mutating func note(_ work: WorkFiles) {
    guard !work.parts.contains(where: { $0.role == .form }) else { return }
    let name = Self.name(of: work)
    guard let (left, right) = Self.halves(name.words) else { return }
    evidence[name.folder, default: Evidence()].left[left, default: []].insert(right)
    evidence[name.folder, default: Evidence()].right[right, default: []].insert(left)
  }

  /// The works with what their names say.
  func named(_ works: [WorkFiles]) -> [WorkFiles] {
    works.map { work in
      var work = work
      work.metadata = WorkMetadata(fields: fields(of: work))
      return work
    }
  }

  private func fields(of work: WorkFiles) -> [MetadataField] {
    if work.parts.contains(where: { $0.role == .form }) {
      return CalibreFolder.fields(of: work.relativePath)
    }
    let name = Self.name(of: work)
    guard !name.words.isEmpty, name.words != "." else { return [] }
    var fields = name.site
    var title = name.words
    if let (left, right) = Self.halves(name.words), let order = order(left, right, in: name.folder)
    {
      title = order == .authorFirst ? right : left
      fields.append(
        MetadataField(
          key: "author",
          value: order == .authorFirst ? left : right,
          origin: name.origin
        )
      )
    }
    return [MetadataField(key: "title", value: title, origin: name.origin)] + fields
  }

  /// Which half is the author: the one that the folder has beside several titles.
  private func order(_ left: String, _ right: String, in folder: String) -> Order? {
    guard let evidence = evidence[folder] else { return nil }
    let titlesOfLeft = evidence.left[left]?.count ?? 0
    let titlesOfRight = evidence.right[right]?.count ?? 0
    if titlesOfLeft > 1, titlesOfRight <= 1 { return .authorFirst }
    if titlesOfRight > 1, titlesOfLeft <= 1 { return .titleFirst }
    let isAuthorFirst = evidence.left.values.contains { $0.count > 1 }
    let isTitleFirst = evidence.right.values.contains { $0.count > 1 }
    if isAuthorFirst != isTitleFirst { return isAuthorFirst ? .authorFirst : .titleFirst }
    return nil
  }

  private static func halves(_ words: String) -> (String, String)? {
    let parts = words.split(separator: " - ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (parts[0], parts[1])
  }

  // MARK: Names

  private struct Name {
    var words: String
    var folder: String
    var origin: MetadataField.Origin
    var site: [MetadataField] = []
  }

  private static func name(of work: WorkFiles) -> Name {
    let isFile = work.parts.count == 1 && work.parts[0].path == work.relativePath
    let file = FileName(path: work.relativePath)
    guard isFile else {
      let last = work.relativePath.split(separator: "/").last.map(String.init) ?? ""
      let folder = work.relativePath.split(separator: "/").dropLast().joined(separator: "/")
      return Name(words: spaced(last), folder: folder, origin: .folder)
    }
    let (stem, site) = withoutSite(file.stem)
    return Name(words: spaced(stem), folder: file.folder, origin: .fileName, site: site)
  }

  /// FanFicFare's names end in the site and the story's number: `Title-ffnet_8067258`.
  private static func withoutSite(_ stem: String) -> (String, [MetadataField]) {
    guard let stroke = stem.lastIndex(of: "_"), let dash = stem[..<stroke].lastIndex(of: "-") else {
      return (stem, [])
    }
    let site = stem[stem.index(after: dash)..<stroke]
    let number = stem[stem.index(after: stroke)...]
    guard !site.isEmpty, site.count <= 16,
      site.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      number.count >= 3, number.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return (stem, []) }
    return (
      String(stem[..<dash]),
      [
        MetadataField(key: "site", value: String(site), origin: .fileName),
        MetadataField(key: "id", value: String(number), origin: .fileName),
      ]
    )
  }

  /// A name without spaces has them as hyphens or underscores.
  private static func spaced(_ stem: String) -> String {
    guard !stem.contains(" ") else { return HeaderValue.folded(stem) }
    return HeaderValue.folded(String(stem.map { $0 == "_" || $0 == "-" ? " " : $0 }))
  }
}
