import CZstd
import Synchronization

/// What the columns of an index have in common, so that zstd need not say it in each: a dictionary,
/// digested for one use.
final class CompressionDictionary: Sendable {
  /// What a dictionary is digested for; the forms differ.
  enum Use: Hashable {
    case compressing
    case decompressing
  }

  private struct Key: Hashable {
    var id: Int
    var use: Use
  }

  /// Those in use in the process, by the number that zstd made of their bytes.
  private static let known = Mutex<[Key: CompressionDictionary]>([:])

  /// More are not kept: an index has two.
  private static let mostKnown = 16

  /// The address of a `ZSTD_CDict` or `ZSTD_DDict`, which are never changed and freed with this
  /// object.
  private let address: UInt

  private let use: Use

  private init(_ bytes: [UInt8], for use: Use) {
    self.use = use
    address = unsafe bytes.withUnsafeBytes { source in
      switch use {
      case .compressing:
        unsafe UInt(
          bitPattern: ZSTD_createCDict(source.baseAddress, source.count, TextCompression.level)
        )
      case .decompressing:
        unsafe UInt(bitPattern: ZSTD_createDDict(source.baseAddress, source.count))
      }
    }
  }

  deinit {
    switch use {
    case .compressing: unsafe ZSTD_freeCDict(pointer)
    case .decompressing: unsafe ZSTD_freeDDict(pointer)
    }
  }

  /// What zstd knows it by; valid while this object lives.
  @unsafe var pointer: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// The dictionary with a number, digested once in a process.
  ///
  /// - Parameters:
  ///   - id: Its number.
  ///   - use: What for.
  ///   - load: Reads its bytes; nil where there is none.
  /// - Returns: The dictionary.
  /// - Throws: `DamagedRecord` where there is none with the number, and what `load` throws.
  static func dictionary(
    _ id: Int,
    for use: Use,
    load: () throws -> [UInt8]?
  ) throws -> CompressionDictionary {
    let key = Key(id: id, use: use)
    if let dictionary = known.withLock({ $0[key] }) { return dictionary }
    guard let bytes = try load(), Self.id(of: bytes) == id else {
      throw DamagedRecord(cause: "the dictionary \(id) is missing or damaged")
    }
    let dictionary = CompressionDictionary(bytes, for: use)
    known.withLock { known in
      if known.count >= mostKnown { known = [:] }
      known[key] = dictionary
    }
    return dictionary
  }

  /// The number that zstd finds in a dictionary's bytes; 0 in what is none.
  static func id(of bytes: [UInt8]) -> Int {
    Int(unsafe bytes.withUnsafeBytes { unsafe ZDICT_getDictID($0.baseAddress, $0.count) })
  }

  /// Makes the bytes of a dictionary out of samples.
  ///
  /// - Parameters:
  ///   - samples: Texts, one after the other.
  ///   - lengths: The length of each in bytes.
  ///   - size: The most bytes of the dictionary.
  /// - Returns: The bytes; nil where the samples have too little in common.
  static func trained(on samples: [UInt8], lengths: [Int], size: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    let sizes = lengths.map { UInt(bitPattern: $0) }
    let count = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe samples.withUnsafeBytes { source in
        unsafe sizes.withUnsafeBufferPointer { sizes in
          unsafe ZDICT_trainFromBuffer(
            target.baseAddress,
            target.count,
            source.baseAddress,
            sizes.baseAddress,
            UInt32(clamping: sizes.count)
          )
        }
      }
    }
    guard ZDICT_isError(count) == 0 else { return nil }
    bytes.removeSubrange(Int(count)...)
    return bytes
  }
}
