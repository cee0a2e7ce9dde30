import NIOHTTP1
import Testing

@testable import FicClient

@Suite struct RequestHeadTests {
  @Test func `a head is its line, its headers and an empty line`() {
    let head = HTTPRequestHead(
      version: .http1_1,
      method: .GET,
      uri: "/v1/search?q=a%20b",
      headers: HTTPHeaders([("Host", "x"), ("Connection", "close")])
    )
    let text = "GET /v1/search?q=a%20b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    #expect(String(decoding: head.bytes, as: UTF8.self) == text)
  }

  @Test func `nothing in a target ends the line`() {
    let head = HTTPRequestHead(
      version: .http1_1,
      method: .GET,
      uri: "/a b\r\nX: é\u{1}",
      headers: HTTPHeaders()
    )
    let text = "GET /a%20b%0D%0AX:%20%C3%A9%01 HTTP/1.1\r\n\r\n"
    #expect(String(decoding: head.bytes, as: UTF8.self) == text)
  }
}
