/// One input of the fuzzer: a file's name and bytes.
package struct ParserInput: Hashable, Sendable {
  /// What the file is called; its ending chooses the reader.
  package var name: String

  /// What it holds.
  package var bytes: [UInt8]

  /// Creates an input.
  package init(name: String = "fuzz.txt", bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
