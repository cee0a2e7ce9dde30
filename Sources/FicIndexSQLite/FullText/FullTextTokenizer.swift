import FicIndex
import FicModel
import GRDBSQLite

/// The FTS5 tokenizer `fic`: the Analyzer of FicIndex for names and values that are stored, and
/// terms as they stand in a MATCH expression, because those were analyzed when the query was read.
///
/// With the argument `terms` what is stored was analyzed before: it is a `ChapterTerms.stream`.
final class FullTextTokenizer {
  /// The name in `tokenize=`.
  static let name = "fic"

  private typealias TokenFunction =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  /// The argument in `tokenize=` that says that terms are stored as such.
  private static let termsArgument = "terms"

  private let analyzer = Analyzer()
  private let takesTerms: Bool

  private init(takesTerms: Bool) {
    self.takesTerms = takesTerms
  }

  /// The functions that FTS5 calls.
  static var functions: fts5_tokenizer {
    unsafe fts5_tokenizer(
      xCreate: { _, arguments, count, result in
        var takesTerms = false
        for index in 0..<Int(count) {
          guard let argument = unsafe arguments?[index] else { continue }
          if unsafe String(cString: argument) == FullTextTokenizer.termsArgument {
            takesTerms = true
          }
        }
        let this = FullTextTokenizer(takesTerms: takesTerms)
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
        return unsafe this.takesTerms || flags & FTS5_TOKENIZE_QUERY != 0
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
    unsafe analyzer.analyze(text.span) { term, span in
      code = unsafe term.withUnsafeBytes { bytes in
        unsafe receive(
          context,
          0,
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

  /// Hands on terms behind their marks; one without stands at the start.
  private func split(
    _ text: UnsafeBufferPointer<UInt8>,
    _ context: UnsafeMutableRawPointer?,
    _ receive: TokenFunction
  ) -> CInt {
    let base = unsafe UnsafeRawPointer(text.baseAddress)
    var start = 0
    var flags: CInt = 0
    while start < text.count {
      let byte = unsafe text[start]
      if Self.isMark(byte) {
        flags = byte == ChapterTerms.placeMark ? 0 : FTS5_TOKEN_COLOCATED
        start += 1
        continue
      }
      var end = start
      while end < text.count, !Self.isMark(unsafe text[end]) { end += 1 }
      let code = unsafe receive(
        context,
        flags,
        base?.advanced(by: start).assumingMemoryBound(to: CChar.self),
        CInt(truncatingIfNeeded: end - start),
        CInt(truncatingIfNeeded: start),
        CInt(truncatingIfNeeded: end)
      )
      guard code == SQLITE_OK else { return code }
      start = end
    }
    return SQLITE_OK
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == ChapterTerms.placeMark || byte == ChapterTerms.sharedPlaceMark
  }
}
