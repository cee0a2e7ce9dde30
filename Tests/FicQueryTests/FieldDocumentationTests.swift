import Foundation
import Testing

@testable import FicQuery

/// Every field of the table stands where users look for it, and every name that stands there is a
/// field.
@Suite struct FieldDocumentationTests {
  private static let documentation = URL(filePath: #filePath)
    .appending(path: "../../../Documentation").standardizedFileURL

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: documentation.appending(path: name), encoding: .utf8)
  }

  @Test(arguments: QueryField.allCases)
  func `a field is described`(field: QueryField) throws {
    #expect(try Self.text("QuerySyntax.md").contains("`\(field.rawValue):"))
    let manual = try Self.text("man/ficsearch.1")
    let queries = try #require(manual.components(separatedBy: ".SH QUERIES").last)
    let section = try #require(queries.components(separatedBy: ".SH EXIT STATUS").first)
    #expect(section.contains("\(field.rawValue):"))
  }

  @Test func `what is described as a field is one`() throws {
    let names = try Self.text("QuerySyntax.md")
      .matches(of: /`([a-z]{2,12}):`/).map { String($0.output.1) }
    #expect(names.count > 20)
    for name in names { #expect(QueryField(rawValue: name) != nil, "\(name)") }
  }
}
