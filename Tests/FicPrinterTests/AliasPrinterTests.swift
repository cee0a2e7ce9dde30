import FicModel
import FicPrinter
import FicWire
import Testing

@Suite struct AliasPrinterTests {
  private func screen(_ listing: AliasListing) -> String {
    var output = ""
    AliasPrinter(style: PrintStyle(width: 60, usesColor: false)).print(listing, to: &output)
    return output
  }

  @Test func `aliases stand by work, problems below them`() throws {
    let long = (1...12).map { "Alias \($0)" }
    try GoldenScreen(name: "aliases").expect(
      screen(
        AliasListing(
          aliases: [
            AliasRecord(name: "Mr. Moss", aliases: [], work: nil, file: "/f", line: 1),
            AliasRecord(name: "Edwin Smith", aliases: long, work: "Lock-In", file: "/f", line: 3),
            AliasRecord(name: "\u{1B}X", aliases: ["y\u{202E}"], work: nil, file: "/f", line: 2),
          ],
          problems: [
            FileProblem(
              code: "bad_alias",
              path: "/f",
              place: "line 4",
              cause: "there is no '='",
              hint: "write it"
            )
          ]
        )
      )
    )
  }

  @Test func `without any it says how to set one`() {
    #expect(screen(AliasListing()).contains("ficsearch alias add"))
  }
}
