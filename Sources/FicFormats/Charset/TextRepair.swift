/// A part of a text to replace.
struct TextRepair {
  /// Where it stands, in bytes.
  var range: Range<Int>

  /// What takes its place.
  var bytes: [UInt8]
}
