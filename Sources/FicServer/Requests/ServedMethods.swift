import FicPrinter
import FicWire

/// The methods by which a path may be asked, beside which there are none.
enum ServedMethods {
  private static let reading = "GET, HEAD"

  /// The methods of a path, as the header `Allow` names them; nil where there is nothing.
  static func allowed(at path: String) -> String? {
    switch path {
    case APIPath.reindex, APIPath.forget, APIPath.mcp: return "POST"
    case APIPath.aliases, APIPath.corrections, APIPath.queries: return "\(reading), PUT, DELETE"
    case APIPath.watches: return "\(reading), PUT, DELETE, POST"
    case APIPath.health, APIPath.metrics: return reading
    case PagePath.cast: return "\(reading), POST"
    default:
      if path.hasPrefix(PagePath.fix + "/") { return "\(reading), POST" }
      return path.hasPrefix(WireVersion.pathPrefix) || PagePath.isPage(path) ? reading : nil
    }
  }
}
