import CZstd
import Synchronization

/// Compresses and restores the bytes of a column with zstd, at level 5 and with a checksum.
///
/// At that level, and with a dictionary of 512 KiB, chapters of novels take 0.368 of their size;
/// the next one gains a hundredth and takes 1.6 times the time (decision 0005).
@safe final class TextCompression {
  /// The level.
  static let level: CInt = 5

  /// The most bytes that a frame may claim to hold: 1 GiB, twice the greatest file.
  private static let maximumBytes = 1 << 30

  /// Addresses of contexts that nobody uses: making one costs more than restoring a chapter.
  private static let spare = Mutex<(compressors: [UInt], decompressors: [UInt])>(([], []))

  private var compressorAddress: UInt?
  private var decompressorAddress: UInt?

  /// Creates a compression; it takes its contexts when they are first needed.
  init() {}

  deinit {
    let addresses = (compressorAddress, decompressorAddress)
    Self.spare.withLock { spare in
      if let address = addresses.0 { spare.compressors.append(address) }
      if let address = addresses.1 { spare.decompressors.append(address) }
    }
  }

  private var compressor: OpaquePointer? {
    if let address = compressorAddress { return unsafe OpaquePointer(bitPattern: address) }
    if let address = Self.spare.withLock({ $0.compressors.popLast() }) {
      compressorAddress = address
      return unsafe OpaquePointer(bitPattern: address)
    }
    let context = unsafe ZSTD_createCCtx()
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Self.level)
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    compressorAddress = UInt(bitPattern: context)
    return unsafe context
  }

  private var decompressor: OpaquePointer? {
    if let address = decompressorAddress { return unsafe OpaquePointer(bitPattern: address) }
    if let address = Self.spare.withLock({ $0.decompressors.popLast() }) {
      decompressorAddress = address
      return unsafe OpaquePointer(bitPattern: address)
    }
    let context = unsafe ZSTD_createDCtx()
    decompressorAddress = UInt(bitPattern: context)
    return unsafe context
  }

  /// The number of the dictionary that a frame was made with; 0 for none.
  static func dictionaryID(of frame: [UInt8]) -> Int {
    Int(unsafe frame.withUnsafeBytes { unsafe ZSTD_getDictID_fromFrame($0.baseAddress, $0.count) })
  }

  /// Makes a frame of `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: What to compress.
  ///   - dictionary: What the frame need not say, digested for compressing.
  /// - Returns: The frame.
  /// - Throws: `DamagedRecord` where zstd has no memory.
  func compress(
    _ bytes: [UInt8],
    with dictionary: CompressionDictionary? = nil
  ) throws(DamagedRecord) -> [UInt8] {
    unsafe ZSTD_CCtx_refCDict(compressor, dictionary?.pointer)
    defer { unsafe ZSTD_CCtx_refCDict(compressor, nil) }
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
  /// - Parameters:
  ///   - frame: The frame.
  ///   - dictionary: The one that it was made with, digested for decompressing.
  /// - Returns: The bytes.
  /// - Throws: `DamagedRecord` where it is no whole, sound frame.
  func decompress(
    _ frame: [UInt8],
    with dictionary: CompressionDictionary? = nil
  ) throws(DamagedRecord) -> [UInt8] {
    let size = unsafe frame.withUnsafeBytes { source in
      unsafe ZSTD_getFrameContentSize(source.baseAddress, source.count)
    }
    guard let size = Int(exactly: size), size <= Self.maximumBytes else {
      throw DamagedRecord(cause: "a compressed column has no sound frame")
    }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe frame.withUnsafeBytes { source in
        unsafe ZSTD_decompress_usingDDict(
          decompressor,
          target.baseAddress,
          target.count,
          source.baseAddress,
          source.count,
          dictionary?.pointer
        )
      }
    }
    guard ZSTD_isError(count) == 0, count == size else {
      throw DamagedRecord(cause: "a compressed column is damaged")
    }
    return bytes
  }
}
