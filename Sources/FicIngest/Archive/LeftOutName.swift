import FicFormats

/// Why something of the archive is left out although nothing is wrong with it.
///
/// The one table of such names; Operations.md words it for users. Names count whole, never a part
/// of them.
enum LeftOutName: Hashable, Comparable {
  /// The name begins with a dot.
  case hidden
  /// A folder that a system or a storage keeps for itself.
  case housekeeping(String)
  /// The folder that a browser saves beside a page, with the page's pictures and scripts.
  case pageFolder
  /// A file whose ending is of no format that is read; empty for a name without one.
  case ending(String)

  /// What macOS puts into archives; recycle bins, thumbnails and snapshots of Synology, QNAP and
  /// Windows; what ext4 finds after a failure.
  private static let folders: Set<String> = [
    "__MACOSX", "@eaDir", "#recycle", "#snapshot", "@Recycle", "@Recently-Snapshot",
    "$RECYCLE.BIN", "System Volume Information", "lost+found",
  ]

  /// The endings of a page beside which a browser keeps `NAME_files`.
  private static let pages = FileFormat.page.endings.flatMap { ["." + $0, "." + $0.uppercased()] }

  /// Why a name says that what it names is left out; nil where it does not.
  ///
  /// - Parameters:
  ///   - name: The last part of a path.
  ///   - hasSibling: Whether something with a name lies in the same folder.
  init?(_ name: String, beside hasSibling: (String) -> Bool) {
    if name.hasPrefix(".") {
      self = .hidden
    } else if Self.folders.contains(name) {
      self = .housekeeping(name)
    } else if name.hasSuffix("_files"),
      Self.pages.contains(where: { hasSibling(String(name.dropLast(6)) + $0) })
    {
      self = .pageFolder
    } else {
      return nil
    }
  }

  /// In words, as the cause of a problem.
  var words: String {
    switch self {
    case .hidden: "its name begins with a dot"
    case .housekeeping(let name): "\(name) is kept by a system, not by people"
    case .pageFolder: "a browser keeps it beside a saved page"
    case .ending(""): "its name has no ending that tells a format"
    case .ending(let ending): "files that end in .\(ending) are not read"
    }
  }
}
