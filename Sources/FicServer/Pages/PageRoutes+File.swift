import FicIndex
import FicModel
import FicPrinter
import FicWire
import Glibc
import HTTPTypes
import Hummingbird

extension PageRoutes {
  /// `GET /file/{ref}`: the file that a text was read from, to be kept, never to be shown: what is
  /// in it must not run.
  func file(_ request: Request, _ context: ServerContext) async throws -> Response {
    let ref = context.segment("ref")
    let passage = try await queries.answer { deadline in
      try await queries.answers.passage(ref, .scene, .here, nil, deadline)
    }
    guard let path = plainFile(passage.source.path) else {
      throw Problem(
        code: "no_file",
        status: 404,
        detail: "'\(passage.source.path)' is not in the archive any more",
        hint: "the text that was read from it is kept: go back to it"
      )
    }
    let name = path.split(separator: "/").last.map(String.init) ?? "text"
    var response = Response(
      status: .ok,
      headers: [
        .contentType: "application/octet-stream", .cacheControl: "private, no-cache",
        .contentDisposition: "attachment; filename*=UTF-8''\(APIPath.encode(name))",
        .xContentTypeOptions: "nosniff",
      ],
      body: try await FileIO().loadFile(path: path, context: context)
    )
    response.headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
    return response
  }

  /// The file at a path, or the packed file that it lies in; nil where neither is in the archive.
  ///
  /// A link that leads out of the archive is none of it.
  private func plainFile(_ path: String) -> String? {
    let archive = queries.options.value.archive
    let roots = archive.compactMap(Self.resolved)
    var path = path
    while ArchivePath.lies(path, in: archive) {
      var status = stat()
      if unsafe lstat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFREG, let real = Self.resolved(path) else { return nil }
        return ArchivePath.lies(real, in: roots) ? real : nil
      }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = String(path[..<slash])
    }
    return nil
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
