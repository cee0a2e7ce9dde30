/// Stored bytes that do not say what they should.
struct DamagedRecord: Error, Hashable {
  /// What was being read.
  var cause: String
}
