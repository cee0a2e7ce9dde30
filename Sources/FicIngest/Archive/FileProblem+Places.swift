import FicFormats
import FicIndex
import FicModel

extension FileProblem {
  /// The codes of problems of what the walk through the archive finds, rather than of what is read
  /// from a file.
  private static let placeCodes: Set<String> = [
    "unreadable_folder", "empty_folder", "broken_link", "outside_archive", "undecodable_name",
    leftOut,
  ]

  /// Whether it is of a place that is no file to read.
  var isOfPlace: Bool { Self.placeCodes.contains(code) }

  /// A folder that cannot be listed.
  static func unreadableFolder(_ path: String, cause: String) -> FileProblem {
    FileProblem(
      code: "unreadable_folder",
      path: path,
      cause: "the folder cannot be read: \(cause)",
      hint: "check that it exists and that the daemon's user may read it"
    )
  }

  /// A folder that was not empty when it was last looked at.
  static func emptyFolder(_ path: String, files: Int) -> FileProblem {
    let kept = files == 1 ? "the file that was there is" : "the \(files) files that were there are"
    return FileProblem(
      code: "empty_folder",
      path: path,
      cause: "the folder is empty; \(kept) kept, as its disk may only be away",
      hint: "mount it, or let go of them with: ficsearch reindex --gone"
    )
  }

  /// A link to nothing.
  static func brokenLink(_ path: String) -> FileProblem {
    FileProblem(
      code: "broken_link",
      path: path,
      cause: "the link leads nowhere",
      hint: "remove it, or put what it stands for in its place"
    )
  }

  /// A link to what no folder of the archive holds.
  static func outsideArchive(_ path: String, target: String, isFolder: Bool) -> FileProblem {
    FileProblem(
      code: "outside_archive",
      path: path,
      cause: "the link leads out of the archive, to \(target)",
      hint: isFolder
        ? "add \(target) to archive.paths" : "put the file itself into the archive"
    )
  }

  /// Something whose name is no UTF-8; `path` has U+FFFD where it is not.
  static func undecodableName(_ path: String) -> FileProblem {
    FileProblem(
      code: "undecodable_name",
      path: path,
      cause: "the name is no UTF-8",
      hint: "rename it, for instance with convmv -t utf8"
    )
  }

  /// What is left out for one reason, by its first.
  static func leftOut(_ path: String, _ reason: LeftOutName, count: Int) -> FileProblem {
    FileProblem(
      code: leftOut,
      path: path,
      cause: reason.words + (count > 1 ? "; \(count - 1) more are left out for that" : ""),
      hint: "nothing need be done unless it holds a story"
    )
  }
}

extension IndexedFile {
  /// What stands in the index for a place that is no file to read.
  init(place problem: FileProblem) {
    self.init(
      path: problem.path,
      stamp: Stamp(size: 0, modified: 0, changed: 0, inode: 0),
      fingerprint: nil,
      work: nil,
      problem: problem
    )
  }
}
