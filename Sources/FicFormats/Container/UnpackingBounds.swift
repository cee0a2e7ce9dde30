/// How much an archive may unpack to.
package struct UnpackingBounds: Sendable {
  /// The greatest entry, in bytes unpacked: 256 MiB.
  package var entryBytes = 256 << 20

  /// All entries that are read together, in bytes unpacked: 1 GiB.
  package var totalBytes = 1 << 30

  /// How many bytes one packed byte may give; prose gives three, and marked-up prose seldom ten.
  package var ratio = 200

  /// Up to so many bytes the ratio is not looked at: 32 MiB.
  package var bytesWithoutRatio = 32 << 20

  /// How many entries an archive may have.
  package var entries = 100_000

  /// The default bounds.
  package init() {}

  /// The most that an archive of `packed` bytes may unpack to.
  func limit(packed: Int) -> Int {
    let (honest, overflows) = packed.multipliedReportingOverflow(by: ratio)
    return min(totalBytes, max(bytesWithoutRatio, overflows ? totalBytes : honest))
  }
}
