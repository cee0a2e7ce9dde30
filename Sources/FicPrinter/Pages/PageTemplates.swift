import Mustache

/// What a template is filled with: texts, truths, and such values within each other.
typealias PageFields = [String: Any]

/// The templates of the pages, read once.
enum PageTemplates {
  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in [
      ("layout", PackageResources.layout_mustache), ("start", PackageResources.start_mustache),
      ("search", PackageResources.search_mustache), ("facets", PackageResources.facets_mustache),
      ("line", PackageResources.line_mustache), ("read", PackageResources.read_mustache),
      ("shelf", PackageResources.shelf_mustache), ("entry", PackageResources.entry_mustache),
      ("work", PackageResources.work_mustache), ("cast", PackageResources.cast_mustache),
      ("count", PackageResources.count_mustache), ("fix", PackageResources.fix_mustache),
      ("problem", PackageResources.problem_mustache),
    ] {
      // A template that is none is a fault of the build, which a test of every page finds.
      try? library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    return library
  }()

  /// A template filled with fields.
  static func render(_ name: String, _ fields: PageFields) -> String {
    library.render(fields, withTemplate: name) ?? ""
  }
}
