import FicModel
import Testing

@Suite struct JSONValueTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("-0", .integer(0)), ("12", .integer(12)),
      ("1.5", .number(1.5)), ("1e3", .number(1000)), ("99999999999999999999", .number(1e20)),
      (#""a\"\\\/\b\f\n\r\t\u00e9""#, .string("a\"\\/\u{8}\u{C}\n\r\té")),
      (#""\ud83e\udd8a""#, .string("🦊")), (#""\ud83e!""#, .string("\u{FFFD}!")),
      ("[]", .array([])), ("[1, [2]]", .array([.integer(1), .array([.integer(2)])])),
      ("{}", .object([:])), (#"{"a":{"b":[]}}"#, .object(["a": .object(["b": .array([])])])),
    ] as [(String, JSONValue)]
  )
  func `values read as what they are`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truex", "01", "-", "1.", ".5", "1e", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"",
    "[", "[1", "[1,]", "[1 2]", "{", "{1:2}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "1 2", "\u{0}",
  ])
  func `what is no JSON is an error with its place`(text: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(Array(text.utf8)) }
    #expect((error?.offset ?? -1) <= text.utf8.count)
    #expect(error?.offset != nil)
  }

  @Test func `deep nesting is an error, not a crash`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(Array(text.utf8)) }
  }

  @Test func `what is written reads back, whatever the text holds`() throws {
    for value in 0...0x2FF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = "a\(Character(scalar))b\u{2028}🦊\"\\"
      let read = try JSONValue(text.jsonBytes)
      #expect(read == .string(text))
    }
  }

  @Test(arguments: [
    "null", "true", "-12", "1.5", #""a\n\"é""#, "[]", #"[1,[{}],"x"]"#,
    #"{"a":{"b":[],"c":null},"d":false}"#,
  ])
  func `a value writes itself as it was read, its keys in order`(text: String) throws {
    let value = try JSONValue(Array(text.utf8))
    #expect(String(decoding: value.jsonBytes, as: UTF8.self) == text)
  }
}
