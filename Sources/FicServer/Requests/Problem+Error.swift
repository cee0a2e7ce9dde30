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
      let allowed = ServedMethods.allowed(at: path)
      // What a path has for another method is not missing.
      if let allowed, !allowed.contains(request.method.rawValue) {
        self = .noSuchMethod(request.method.rawValue, path, allowed: allowed)
      } else {
        self = .noSuchPath(path)
      }
    default: return nil
    }
  }
}
