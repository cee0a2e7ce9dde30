/// Fixed bytes at a fixed place by which files of a format are told.
struct FileSign: Hashable, Sendable {
  /// What the format is called to users.
  let format: String

  private let bytes: [UInt8]
  private let place: Int

  /// Whether other files are in such a file.
  let isPacked: Bool

  /// Creates a sign.
  init(_ format: String, _ bytes: [UInt8], at place: Int = 0, isPacked: Bool = false) {
    self.format = format
    self.bytes = bytes
    self.place = place
    self.isPacked = isPacked
  }

  /// Whether a file has it.
  func stands(in file: [UInt8]) -> Bool { file.dropFirst(place).starts(with: bytes) }
}
