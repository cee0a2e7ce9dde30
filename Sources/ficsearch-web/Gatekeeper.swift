import FicWire
import NIOHTTP1
import Synchronization

/// Decides which requests reach the daemon: those of the browser that has opened the one address,
/// or of who has given a password.
///
/// Any program on the machine can reach a loopback port, and any site can make a browser ask it.
/// So the name of the host must be one that was agreed (no site can have its own name lead here), a
/// cookie must be there that only the browser has, and what changes anything must come from a page
/// of this origin.
final class Gatekeeper: Sendable {
  /// What becomes of a request.
  enum Verdict: Equatable {
    /// It goes on to the daemon.
    case pass
    /// The browser is let in: it gets a cookie and is led on.
    case admit(cookie: String, to: String)
    /// It is refused.
    case refuse(Refusal)
  }

  private static let token = "token"

  private let origin: String
  private let hosts: Set<String>
  private let cookieName: String
  private let session = Secret()
  private let ticket = Secret()
  private let isTicketUsed = Mutex(false)
  private let passwords: PasswordFile?

  /// Creates a gatekeeper.
  ///
  /// - Parameters:
  ///   - port: The port that is listened on.
  ///   - hosts: Names under which the pages are asked for, beside the loopback address.
  ///   - passwords: Who may come in with a password; nil for who has the address alone.
  init(port: Int, hosts: [String], passwords: PasswordFile?) {
    origin = "http://127.0.0.1:\(port)"
    self.hosts = Set(["127.0.0.1:\(port)", "localhost:\(port)"] + hosts.map { $0.lowercased() })
    // A browser gives a cookie to every port of a host, so that each has a name of its own.
    cookieName = "ficsearch-\(port)"
    self.passwords = passwords
  }

  /// The address that lets the first browser in.
  var firstAddress: String {
    passwords == nil ? "\(origin)/?\(Self.token)=\(ticket.text)" : "\(origin)/"
  }

  /// What becomes of a request.
  func verdict(on head: HTTPRequestHead) -> Verdict {
    let named = head.headers["host"].map { $0.lowercased() }
    guard named.count == 1, hosts.contains(named[0]) else { return .refuse(.wrongHost) }
    guard head.method == .GET || head.method == .HEAD || isOfOwnPage(head, host: named[0]) else {
      return .refuse(.wrongOrigin)
    }
    if hasCookie(head) { return .pass }
    if let passwords {
      guard let given = Credentials(basic: head.headers.first(name: "authorization")),
        passwords.holds(given)
      else { return .refuse(.noPassword) }
      let isSecure = head.headers.first(name: "x-forwarded-proto") == "https"
      // Two slashes would lead to another host.
      let isOwn = head.uri.hasPrefix("/") && !head.uri.hasPrefix("//")
      return .admit(cookie: cookie(isSecure: isSecure), to: isOwn ? head.uri : "/")
    }
    guard let given = Self.token(in: head.uri) else { return .refuse(.noCookie) }
    let isFirst = isTicketUsed.withLock { isUsed in
      guard !isUsed, ticket.isSame(as: given) else { return false }
      isUsed = true
      return true
    }
    return isFirst ? .admit(cookie: cookie(isSecure: false), to: "/") : .refuse(.usedToken)
  }

  private func cookie(isSecure: Bool) -> String {
    "\(cookieName)=\(session.text); Path=/; HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "")
  }

  private func hasCookie(_ head: HTTPRequestHead) -> Bool {
    head.headers["cookie"].joined(separator: ";").split(separator: ";").contains { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }) == cookieName else { return false }
      return session.isSame(as: String(parts[1]))
    }
  }

  /// Whether a page from here sends the request; browsers say so of whatever changes something.
  private func isOfOwnPage(_ head: HTTPRequestHead, host: String) -> Bool {
    let origins = head.headers["origin"]
    return origins.count == 1
      && ["http://\(host)", "https://\(host)"].contains(origins[0].lowercased())
  }

  private static func token(in uri: String) -> String? {
    guard let start = uri.firstIndex(of: "?") else { return nil }
    let items = try? QueryItems(encoded: String(uri[uri.index(after: start)...]))
    return items?[token]
  }
}
