/// A token of a rich text file.
enum RTFToken: Hashable {
  /// A group begins.
  case open
  /// The innermost group ends.
  case close
  /// A control word with its number, as in `\fs24`.
  case word(String, Int?)
  /// A control symbol, such as `~` in `\~`.
  case symbol(UInt8)
  /// A byte in the code page of its font, as in `\'93`.
  case byte(UInt8)
  /// Bytes that stand for themselves, by their place in the file.
  case text(Range<Int>)
}
