import FicModel

extension FileProblem {
  /// The code of a file that is gone and whose last version is kept.
  static let removedCode = "removed"

  /// The problem of a reference that names nothing that is gone and kept.
  static func notKept(_ reference: String) -> FileProblem {
    FileProblem(
      code: "not_kept",
      path: reference,
      cause: "the index keeps nothing there that is gone from the archive",
      hint: "what the archive still has goes when its file goes"
    )
  }

  /// The problem of a file that is gone and whose last version is kept.
  static func removed(_ path: String) -> FileProblem {
    FileProblem(
      code: removedCode,
      path: path,
      cause: "the file is gone; its last version is kept",
      hint: "put it back, forget it with 'ficsearch forget', or set archive.keepRemoved to false"
    )
  }
}
