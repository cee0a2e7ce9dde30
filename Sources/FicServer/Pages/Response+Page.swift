import FicPrinter
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
  /// A page may load what the daemon serves and nothing else, and run no script but its own: what
  /// a story holds stays text.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  /// A page.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    var response = bytes(Array(html.utf8), type: "text/html; charset=utf-8", status: status)
    response.headers[.cacheControl] = "private, no-cache"
    response.headers[.contentSecurityPolicy] = policy
    response.headers[.xContentTypeOptions] = "nosniff"
    // Without any referrer a form would name no origin either, and forms must come from here.
    if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
    return response
  }

  /// What a page is made with; its address changes with it.
  static func asset(_ asset: PageAsset) -> Response {
    var response = bytes(asset.bytes, type: asset.mediaType)
    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
    response.headers[.xContentTypeOptions] = "nosniff"
    return response
  }

  /// Leads a browser on, after a form was sent.
  static func seeOther(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path], body: ResponseBody())
  }
}
