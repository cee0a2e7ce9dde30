import CUchardet
import Glibc

/// Charsets of one and two bytes from before Unicode: guessed by the text that they make, read by
/// iconv.
enum LegacyCharset {
  /// How many bytes are shown to the detector, from the first with a high bit on.
  private static let sampleSize = 1 << 18

  /// A charset and how sure it is.
  struct Guess {
    /// Its name in iconv.
    var name: String

    /// Whether the text that it makes is odd, or another charset makes one that is as likely.
    var isDoubtful: Bool
  }

  /// So many bits for a byte are more than a text costs that is read rightly.
  private static let oddCost = 7.5

  /// The same for a charset of pairs of bytes.
  private static let oddPairCost = 7.0

  /// So few bits for a byte has only a text that is read rightly.
  private static let plainCost = 3.0

  /// So many bits make one charset likelier than another.
  private static let plainMargin = 3.0

  /// The charset of `bytes`, which are neither UTF-8 nor UTF-16: the one in which they make the
  /// likeliest text.
  static func detect(_ bytes: [UInt8]) -> Guess {
    let evidence = CharsetEvidence(bytes[...])
    guard evidence.count > 0 else { return Guess(name: "WINDOWS-1252", isDoubtful: false) }
    // Nearly all is marks of quotation and letters of one language: nothing else comes near.
    if let western = CharsetTable.all.first,
      evidence.cost(in: western) < plainCost * Double(evidence.count)
    {
      return Guess(name: western.name, isDoubtful: false)
    }
    var tables = CharsetTable.all.map { (table: $0, cost: evidence.cost(in: $0)) }
    tables.sort { $0.cost < $1.cost }
    guard let best = tables.first else { return Guess(name: "WINDOWS-1252", isDoubtful: true) }
    if let pairs = pairs(bytes, evidence), pairs.cost < best.cost {
      let isDoubtful = pairs.cost > oddPairCost * Double(evidence.count)
      return Guess(name: pairs.name, isDoubtful: isDoubtful)
    }
    let values = evidence.values
    let next = tables.dropFirst().first { !$0.table.agrees(with: best.table, on: values) }
    let isClose = next.map { $0.cost - best.cost < plainMargin } ?? false
    return Guess(
      name: best.table.name,
      isDoubtful: best.cost - best.table.rarity > oddCost * Double(evidence.count)
        || isClose && best.table.rarity > 0
    )
  }

  /// The likeliest of the charsets of pairs of bytes; what the detector says of longer texts weighs
  /// as much as one bit in ten.
  private static func pairs(
    _ bytes: [UInt8],
    _ evidence: CharsetEvidence
  ) -> (name: String, cost: Double)? {
    // Ideographs and kana stand side by side.
    guard evidence.range.count < evidence.count * 3 else { return nil }
    let guess = guess(bytes)
    let range = evidence.range.lowerBound..<min(bytes.count, evidence.range.upperBound + 1)
    let names =
      PairCharset.names
      + [guess].compactMap(\.self).filter { name in
        !PairCharset.names.contains(name) && (name.hasPrefix("EUC") || name.hasPrefix("BIG5"))
      }
    return names.compactMap { name in
      PairCharset.cost(of: bytes[range], in: name).map {
        (name, name == guess ? $0 * 0.9 : $0)
      }
    }.min { $0.1 < $1.1 }
  }

  private static func guess(_ bytes: [UInt8]) -> String? {
    guard let detector = unsafe uchardet_new() else { return nil }
    defer { unsafe uchardet_delete(detector) }
    let sample = bytes[sampleRange(of: bytes)]
    let status = unsafe sample.withUnsafeBytes { buffer in
      unsafe uchardet_handle_data(
        detector,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
    guard status == 0 else { return nil }
    unsafe uchardet_data_end(detector)
    guard let name = unsafe uchardet_get_charset(detector) else { return nil }
    return unsafe String(cString: name)
  }

  /// A stretch that begins where the first high byte stands.
  private static func sampleRange(of bytes: [UInt8]) -> Range<Int> {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    return first..<min(bytes.count, first + sampleSize)
  }

  /// The bytes as UTF-8, and how many could not be read; nil where iconv does not know the charset.
  ///
  /// Each unreadable byte becomes U+FFFD.
  ///
  /// Complexity: linear in the number of bytes.
  static func utf8(_ bytes: [UInt8], charset: String) -> (utf8: [UInt8], bad: Int)? {
    guard let converter = unsafe iconv_open("UTF-8", charset),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var bad = 0
    var consumed = 0
    while consumed < input.count {
      let (read, written, code) = unsafe step(converter, &input, from: consumed, into: &chunk)
      result += chunk[..<written]
      consumed += read
      if code == EILSEQ || code == EINVAL, consumed < input.count {
        bad += 1
        consumed += 1
        result += [0xEF, 0xBF, 0xBD]
      } else if code != 0 && code != E2BIG {
        break
      }
    }
    return (result, bad)
  }

  /// One call of iconv: how many bytes it took and gave, and its error number or 0.
  private static func step(
    _ converter: iconv_t,
    _ input: inout [UInt8],
    from start: Int,
    into chunk: inout [UInt8]
  ) -> (read: Int, written: Int, code: Int32) {
    unsafe input.withUnsafeMutableBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.advanced(by: start)
          .assumingMemoryBound(to: CChar.self)
        var left = source.count - start
        var into = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        let status = unsafe iconv(converter, &from, &left, &into, &room)
        let code: Int32 = status == Int(bitPattern: UInt.max) ? errno : 0
        return (source.count - start - left, target.count - room, code)
      }
    }
  }
}
