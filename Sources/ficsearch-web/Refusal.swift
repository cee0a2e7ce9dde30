import NIOHTTP1

/// Why a request does not reach the daemon.
enum Refusal: Equatable {
  case wrongHost
  case wrongOrigin
  case noCookie
  case usedToken
  case noPassword
  case noLength
  case unreachable(String)

  var status: HTTPResponseStatus {
    switch self {
    case .wrongHost: .misdirectedRequest
    case .wrongOrigin, .noCookie, .usedToken: .forbidden
    case .noPassword: .unauthorized
    case .noLength: .lengthRequired
    case .unreachable: .badGateway
    }
  }

  /// What went wrong, and what to do.
  var text: String {
    switch self {
    case .wrongHost:
      "These pages are not under that name. Open the address that ficsearch-web printed; a reverse "
        + "proxy's name is given with --host."
    case .wrongOrigin: "Another site asked for that; nothing was changed."
    case .noCookie: "Open the address that 'ficsearch web' printed, or run it again."
    case .usedToken:
      "This address was opened before, and opens only once. Run 'ficsearch web' again for another."
    case .noPassword: "A name and a password are needed."
    case .noLength: "The length of the request is not stated."
    case .unreachable(let cause): "ficsearchd does not answer: \(cause)."
    }
  }
}
