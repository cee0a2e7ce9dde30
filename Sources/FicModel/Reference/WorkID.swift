/// Names a work in every key of the index, in every backend.
///
/// Forty bits, written as eight letters and digits in Crockford's base 32 without case. It is
/// derived from what identifies the work, so that it survives a rebuilt index; an index that meets
/// two works with one id gives the later one the next free id.
public struct WorkID: Hashable, Sendable {
  /// The number of bits of an id.
  public static let bitWidth = 40

  /// The id as a number below 2^40.
  public let rawValue: UInt64

  /// Creates an id from its number; bits above the fortieth are dropped.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue & ((1 << Self.bitWidth) - 1)
  }

  /// Derives an id from what identifies a work, by 64-bit FNV-1a folded to 40 bits.
  ///
  /// FNV-1a: Fowler, Noll and Vo, IETF draft-eastlake-fnv; its offset basis and prime stand below.
  public init(identity: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in identity.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01b3
    }
    self.init(rawValue: hash ^ (hash >> 40))
  }

  /// The id that follows, for an index that found this one taken.
  public var next: WorkID { WorkID(rawValue: rawValue &+ 1) }
}

extension WorkID: Comparable {
  /// Orders by number.
  public static func < (left: WorkID, right: WorkID) -> Bool { left.rawValue < right.rawValue }
}

extension WorkID: LosslessStringConvertible {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Reads eight base-32 digits, in either case; `o` reads as 0, `i` and `l` as 1.
  public init?(_ description: String) {
    guard description.utf8.count == 8 else { return nil }
    var value: UInt64 = 0
    for byte in description.utf8 {
      let lower = byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0)
      let digit: Int?
      switch lower {
      case UInt8(ascii: "o"): digit = 0
      case UInt8(ascii: "i"), UInt8(ascii: "l"): digit = 1
      default: digit = Self.digits.firstIndex(of: lower)
      }
      guard let digit else { return nil }
      value = value << 5 | UInt64(digit)
    }
    self.init(rawValue: value)
  }

  /// The eight digits, lower case.
  public var description: String {
    var bytes: [UInt8] = []
    for shift in stride(from: 35, through: 0, by: -5) {
      bytes.append(Self.digits[Int(rawValue >> UInt64(shift)) & 31])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
