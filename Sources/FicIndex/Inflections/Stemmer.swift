import CStemmer

/// Takes the endings off words, so that the inflections of a word have one stem: libstemmer.
///
/// One thread at a time may use it.
@safe final class Stemmer {
  private let handle: OpaquePointer

  /// Makes the stemmer of a language; nil where libstemmer has none.
  init?(_ language: InflectedLanguage) {
    guard let handle = unsafe sb_stemmer_new(language.algorithm, "UTF_8") else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe sb_stemmer_delete(handle) }

  /// The stem of a word in folded UTF-8; the word itself where memory runs out.
  ///
  /// Complexity: linear in the word.
  func stem(_ word: [UInt8]) -> [UInt8] {
    unsafe withStem(of: word) { unsafe Array($0) } ?? word
  }

  /// Whether a word has a stem.
  ///
  /// Complexity: linear in the word.
  func isStem(_ stem: [UInt8], of word: [UInt8]) -> Bool {
    unsafe withStem(of: word) { unsafe $0.elementsEqual(stem) } ?? (word == stem)
  }

  private func withStem<Value>(
    of word: [UInt8],
    _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value? {
    guard let length = CInt(exactly: word.count) else { return nil }
    return unsafe word.withUnsafeBufferPointer { buffer in
      guard let stem = unsafe sb_stemmer_stem(handle, buffer.baseAddress, length) else {
        return nil
      }
      let count = Int(unsafe sb_stemmer_length(handle))
      return unsafe body(UnsafeBufferPointer(start: stem, count: max(0, count)))
    }
  }
}
