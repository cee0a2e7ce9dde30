import Glibc
import Testing

@testable import FicServer

@Suite struct AdminPolicyTests {
  private let policy = AdminPolicy(daemonUser: 990, adminGroup: 980)

  @Test(arguments: [
    (PeerCredentials(user: 0, groups: []), true),
    (PeerCredentials(user: 990, groups: [990]), true),
    (PeerCredentials(user: 1000, groups: [1000, 980]), true),
    (PeerCredentials(user: 1000, groups: [980]), true),
    (PeerCredentials(user: 1000, groups: [1000]), false),
    (PeerCredentials(user: 1000, groups: []), false),
    (PeerCredentials(user: 980, groups: [990, 0]), false),
  ])
  func `root, the daemon's user and the admin group may start jobs`(
    peer: PeerCredentials,
    isAllowed: Bool
  ) {
    #expect(policy.allows(peer) == isAllowed)
  }

  @Test func `without an admin group only root and the daemon's user may`() {
    let policy = AdminPolicy(daemonUser: 990, adminGroup: nil)
    #expect(policy.allows(PeerCredentials(user: 0, groups: [])))
    #expect(policy.allows(PeerCredentials(user: 990, groups: [])))
    #expect(!policy.allows(PeerCredentials(user: 1000, groups: [0, 980, 990])))
  }

  @Test func `the kernel tells who the peer of a socket is`() throws {
    // 1 is SOCK_STREAM of socket(2).
    var ends: [CInt] = [-1, -1]
    try #require(unsafe socketpair(AF_UNIX, 1, 0, &ends) == 0)
    defer { for end in ends { close(end) } }
    let peer = try PeerCredentials(ofPeerOn: ends[0])
    #expect(peer.user == geteuid())
    #expect(peer.groups.first == getegid())
    #expect(peer.process == getpid())
  }

  @Test func `what is no socket has no peer`() {
    let error = #expect(throws: SocketError.self) { try PeerCredentials(ofPeerOn: -1) }
    #expect(error?.operation == .readPeer)
  }

  @Test func `a group is found by its name`() {
    #expect(GroupName.number(of: "root") == 0)
    #expect(GroupName.number(of: "no-such-group-here") == nil)
    #expect(GroupName.number(of: "") == nil)
  }
}
