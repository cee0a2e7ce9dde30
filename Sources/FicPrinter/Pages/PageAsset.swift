import FicModel

/// A file that the pages are made with; none comes from elsewhere.
package enum PageAsset: String, CaseIterable, Sendable {
  case style = "page.css"
  case script = "page.js"
  case icon = "icon.svg"

  /// The bytes.
  package var bytes: [UInt8] {
    switch self {
    case .style: PackageResources.page_css
    case .script: PackageResources.page_js
    case .icon: PackageResources.icon_svg
    }
  }

  /// The media type.
  package var mediaType: String {
    switch self {
    case .style: "text/css; charset=utf-8"
    case .script: "text/javascript; charset=utf-8"
    case .icon: "image/svg+xml"
    }
  }

  /// Its address, which another version of the program has another of.
  var path: String { "\(PagePath.assets)/\(rawValue)?v=\(Self.versions[self] ?? "")" }

  private static let versions = Dictionary(
    uniqueKeysWithValues: allCases.map { asset in
      (asset, String(Fingerprint(asset.bytes).low, radix: 36))
    }
  )
}
