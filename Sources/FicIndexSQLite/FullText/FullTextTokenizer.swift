import FicIndex
import FicModel
import GRDBSQLite

/// The FTS5 tokenizer `fic`: the Analyzer of FicIndex for what is stored, and terms as they stand in a
/// MATCH expression, because those were analyzed when the query was read.
final class FullTextTokenizer {
  /// The name in `tokenize=`.
  static let name = "fic"

  /// What parts two terms of a phrase in a MATCH expression; no term holds it.
  static let termSeparator = UInt8(ascii: " ")

  private typealias TokenFunction =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  /// The argument in `tokenize=` that asks for pairs of frequent words.
  private static let pairsArgument = "pairs"

  private let analyzer = Analyzer()
  private let givesPairs: Bool

  private init(givesPairs: Bool) {
    self.givesPairs = givesPairs
  }

  /// The functions that FTS5 calls.
  static var functions: fts5_tokenizer {
    unsafe fts5_tokenizer(
      xCreate: { _, arguments, count, result in
        var givesPairs = false
        for index in 0..<Int(count) {
          guard let argument = unsafe arguments?[index] else { continue }
          if unsafe String(cString: argument) == FullTextTokenizer.pairsArgument {
            givesPairs = true
          }
        }
        let this = FullTextTokenizer(givesPairs: givesPairs)
        let tokenizer = unsafe Unmanaged.passRetained(this).toOpaque()
        unsafe result?.pointee = OpaquePointer(tokenizer)
        return SQLITE_OK
      },
      xDelete: { tokenizer in
        guard let tokenizer = unsafe tokenizer else { return }
        unsafe Unmanaged<FullTextTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).release()
      },
      xTokenize: { tokenizer, context, flags, text, count, receive in
        guard let tokenizer = unsafe tokenizer, let receive = unsafe receive else {
          return SQLITE_MISUSE
        }
        guard let text = unsafe text, count > 0 else { return SQLITE_OK }
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
          .assumingMemoryBound(to: UInt8.self)
        let this = unsafe Unmanaged<FullTextTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer))
          .takeUnretainedValue()
        return unsafe flags & FTS5_TOKENIZE_QUERY != 0
          ? this.split(bytes, context, receive) : this.analyze(bytes, context, receive)
      }
    )
  }

  private func analyze(
    _ text: UnsafeBufferPointer<UInt8>,
    _ context: UnsafeMutableRawPointer?,
    _ receive: TokenFunction
  ) -> CInt {
    var code = SQLITE_OK
    unsafe analyzer.analyze(text.span, withPairs: givesPairs) { term, span, isPair in
      code = unsafe term.withUnsafeBytes { bytes in
        unsafe receive(
          context,
          isPair ? FTS5_TOKEN_COLOCATED : 0,
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          CInt(truncatingIfNeeded: bytes.count),
          CInt(truncatingIfNeeded: span.start),
          CInt(truncatingIfNeeded: span.end)
        )
      }
      return code == SQLITE_OK
    }
    return code
  }

  private func split(
    _ text: UnsafeBufferPointer<UInt8>,
    _ context: UnsafeMutableRawPointer?,
    _ receive: TokenFunction
  ) -> CInt {
    var start = 0
    while start < text.count {
      let rest = unsafe text[start...]
      let end = unsafe rest.firstIndex(of: Self.termSeparator) ?? text.count
      if end > start {
        let term = unsafe UnsafeRawBufferPointer(text).baseAddress?.advanced(by: start)
        let code = unsafe receive(
          context,
          0,
          term?.assumingMemoryBound(to: CChar.self),
          CInt(truncatingIfNeeded: end - start),
          CInt(truncatingIfNeeded: start),
          CInt(truncatingIfNeeded: end)
        )
        guard code == SQLITE_OK else { return code }
      }
      start = end + 1
    }
    return SQLITE_OK
  }
}
