import Testing

@testable import ficsearch

@Suite struct SocketLocationTests {
  private func path(
    option: String? = nil,
    _ variables: [String: String] = [:],
    existing: Set<String> = []
  ) -> String {
    SocketLocation.path(
      option: option,
      environment: { variables[$0] },
      user: 7,
      exists: { existing.contains($0) }
    )
  }

  @Test func `the option wins, then the variable, then the user's own daemon`() {
    let variables = ["FICSEARCH_SOCKET": "/v.sock", "XDG_RUNTIME_DIR": "/run/user/7"]
    let own = "/run/user/7/ficsearch/ficsearch.sock"
    #expect(path(option: "/o.sock", variables, existing: [own]) == "/o.sock")
    #expect(path(variables, existing: [own]) == "/v.sock")
    #expect(path(["XDG_RUNTIME_DIR": "/run/user/7"], existing: [own]) == own)
    #expect(path(["XDG_RUNTIME_DIR": "/run/user/7"]) == "/run/ficsearch/ficsearch.sock")
    #expect(path(existing: [own]) == own)
    #expect(path(["XDG_RUNTIME_DIR": "/else"], existing: [own]) == SocketLocation.system)
    #expect(path(["FICSEARCH_SOCKET": "", "XDG_RUNTIME_DIR": ""]) == SocketLocation.system)
  }
}
