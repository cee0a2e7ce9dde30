import CZstd

/// Compresses and restores the bytes of a column with zstd, at level 6 and with a checksum.
///
/// At that level chapters of prose take 0.40 to 0.43 of their size; higher ones gain a hundredth and
/// take twice the time.
@safe final class TextCompression {
  /// The most bytes that a frame may claim to hold: 1 GiB, twice the greatest file.
  private static let maximumBytes = 1 << 30

  private let compressor: OpaquePointer?
  private let decompressor: OpaquePointer?

  /// Creates a compression with its two contexts.
  init() {
    unsafe compressor = ZSTD_createCCtx()
    unsafe decompressor = ZSTD_createDCtx()
    unsafe ZSTD_CCtx_setParameter(compressor, ZSTD_c_compressionLevel, 6)
    unsafe ZSTD_CCtx_setParameter(compressor, ZSTD_c_checksumFlag, 1)
  }

  deinit {
    unsafe ZSTD_freeCCtx(compressor)
    unsafe ZSTD_freeDCtx(decompressor)
  }

  /// Makes a frame of `bytes`.
  ///
  /// - Throws: `DamagedRecord` where zstd has no memory.
  func compress(_ bytes: [UInt8]) throws(DamagedRecord) -> [UInt8] {
    var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe frame.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress2(
          compressor,
          target.baseAddress,
          target.count,
          source.baseAddress,
          source.count
        )
      }
    }
    guard ZSTD_isError(count) == 0 else { throw DamagedRecord(cause: "zstd cannot compress") }
    frame.removeSubrange(count...)
    return frame
  }

  /// The bytes that a frame was made of.
  ///
  /// - Throws: `DamagedRecord` where it is no whole, sound frame.
  func decompress(_ frame: [UInt8]) throws(DamagedRecord) -> [UInt8] {
    let size = unsafe frame.withUnsafeBytes { source in
      unsafe ZSTD_getFrameContentSize(source.baseAddress, source.count)
    }
    guard let size = Int(exactly: size), size <= Self.maximumBytes else {
      throw DamagedRecord(cause: "a compressed column has no sound frame")
    }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe frame.withUnsafeBytes { source in
        unsafe ZSTD_decompressDCtx(
          decompressor,
          target.baseAddress,
          target.count,
          source.baseAddress,
          source.count
        )
      }
    }
    guard ZSTD_isError(count) == 0, count == size else {
      throw DamagedRecord(cause: "a compressed column is damaged")
    }
    return bytes
  }
}
