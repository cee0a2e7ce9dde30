import FicModel
import FicWire

/// What stands around every page: the head of the document, the box to search in, the screens.
struct PageFrame {
  /// A screen that the head of each page leads to.
  enum Screen: String, CaseIterable {
    case search, shelf, cast, count

    /// Its name for people.
    var title: String {
      switch self {
      case .search: "Search"
      case .shelf: "Shelf"
      case .cast: "People"
      case .count: "Count"
      }
    }

    var path: String {
      switch self {
      case .search: PagePath.start
      case .shelf: PagePath.shelf
      case .cast: PagePath.cast
      case .count: PagePath.count
      }
    }
  }

  /// The title.
  var title: String

  /// Which screen the page belongs to.
  var screen: Screen?

  /// What stands in the box; what was asked.
  var query = ""

  /// The last chapter that may show.
  var upto: Int?

  /// The page of a template, filled with fields of its own.
  func page(_ template: String, _ own: PageFields) -> String {
    var fields: PageFields = [
      "title": SafeText.visible(title), "style": PageAsset.style.path,
      "script": PageAsset.script.path, "icon": PageAsset.icon.path,
      "version": ProductVersion.text,
      "screens": Screen.allCases.map { screen in
        [
          "name": screen.title, "path": screen.path, "current": screen == self.screen,
        ] as PageFields
      },
    ]
    if !query.isEmpty { fields["asked"] = query }
    if let upto { fields["border"] = String(upto) }
    return PageTemplates.render(template, fields.merging(own) { $1 })
  }
}
