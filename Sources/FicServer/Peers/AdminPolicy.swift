/// Who may start jobs and set aliases: root, the daemon's own user, members of the admin group.
///
/// Everybody who can connect may search.
package struct AdminPolicy: Hashable, Sendable {
  /// The daemon's user.
  package var daemonUser: UInt32

  /// The admin group; nil where none is configured or it does not exist.
  package var adminGroup: UInt32?

  /// Creates a policy.
  package init(daemonUser: UInt32, adminGroup: UInt32?) {
    self.daemonUser = daemonUser
    self.adminGroup = adminGroup
  }

  /// Whether the peer may start jobs and set aliases.
  package func allows(_ peer: PeerCredentials) -> Bool {
    if peer.user == 0 || peer.user == daemonUser { return true }
    guard let adminGroup else { return false }
    return peer.groups.contains(adminGroup)
  }
}
