import FicIndex
import FicModel
import FicQuery
import FicWire
import Hummingbird
import NIOCore

extension Problem {
  /// The longest body that a request may have.
  static let maximumBody = 64 * 1024

  /// An error as the client sees it; nil for one that only the log should tell of.
  init?(describing error: any Error, request: Request) {
    switch error {
    case let problem as Problem: self = problem
    case let error as QuerySyntaxError: self = error.problem
    case let error as IndexError: self = error.problem
    case is NIOTooManyBytesError: self = .bodyTooLarge(bound: Self.maximumBody)
    case is CancellationError: self = .stopping
    case let error as HTTPError where error.status == .notFound:
      let path = request.uri.path
      self =
        [APIPath.reindex, APIPath.forget, APIPath.mcp].contains(path)
          || request.method != .get && path.hasPrefix(WireVersion.pathPrefix)
        ? .noSuchMethod(request.method.rawValue, path) : .noSuchPath(path)
    default: return nil
    }
  }
}
