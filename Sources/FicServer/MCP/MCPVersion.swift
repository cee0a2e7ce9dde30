import FicModel
import FicWire

/// The versions of the Model Context Protocol that are spoken here.
enum MCPVersion {
  /// Those that begin with a handshake, the oldest first.
  ///
  /// 2025-03-26 is not among them: it alone wants several messages at once to be taken.
  static let withHandshake = ["2024-11-05", "2025-06-18", "2025-11-25"]

  /// The one of which each request stands alone, and says so.
  static let stateless = "2026-07-28"

  /// All of them, the oldest first.
  static let all = withHandshake + [stateless]

  private static let key = "io.modelcontextprotocol/protocolVersion"
  private static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"

  /// The version to go on with after a handshake: the one that is wanted, else the latest before
  /// it, which whoever is a little newer is likely to know.
  static func agreed(on wanted: String) -> String {
    withHandshake.last { $0 <= wanted } ?? withHandshake[0]
  }

  /// Whether a request stands alone.
  ///
  /// - Throws: `RPCError` where it is of a version that is not spoken, or lacks what it must say.
  static func isStateless(_ request: RPCRequest) throws(RPCError) -> Bool {
    let meta = request.params["_meta"]
    guard request.method != "initialize", meta[key] != .null else { return false }
    guard case .string(let version) = meta[key], case .object = meta[capabilitiesKey] else {
      throw RPCError(.badParameters, "_meta of a request has \(key) and \(capabilitiesKey)")
    }
    guard version == stateless else {
      throw RPCError(
        .otherVersion,
        "version \(version.prefix(80)) of the protocol is not spoken here",
        data: .object([
          "supported": .array(all.map(JSONValue.string)), "requested": .string(version),
        ])
      )
    }
    return true
  }
}
