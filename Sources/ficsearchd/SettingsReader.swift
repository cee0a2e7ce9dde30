import Configuration

/// Reads settings of one key each, and says which key is at fault.
struct SettingsReader {
  private let reader: ConfigReader

  /// Reads from `providers`; the first that has a key counts.
  init(_ providers: [any ConfigProvider]) {
    reader = ConfigReader(providers: providers)
  }

  /// A text; `fallback` where it is not set.
  func text(_ key: String, _ fallback: String) -> String {
    reader.string(forKey: ConfigKey(key)) ?? fallback
  }

  /// Texts: a list of the file, or the parts between colons of a variable or a flag.
  func list(_ key: String) -> [String] {
    if let list = reader.stringArray(forKey: ConfigKey(key)), list.count > 1 { return list }
    if let text = reader.string(forKey: ConfigKey(key)) {
      return text.split(separator: ":").map(String.init)
    }
    return reader.stringArray(forKey: ConfigKey(key)) ?? []
  }

  /// A number of a range; `fallback` where it is not set.
  ///
  /// Throws: `SettingError` for anything else.
  func number(
    _ key: String,
    _ fallback: Int,
    in range: ClosedRange<Int>
  ) throws(SettingError) -> Int {
    guard let text = reader.string(forKey: ConfigKey(key)) else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      throw SettingError(
        key: key,
        value: text,
        expected: "a number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// Yes or no; `fallback` where it is not set.
  ///
  /// Throws: `SettingError` for anything else.
  func flag(_ key: String, _ fallback: Bool) throws(SettingError) -> Bool {
    guard let text = reader.string(forKey: ConfigKey(key)) else { return fallback }
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw SettingError(key: key, value: text, expected: "true or false")
    }
  }
}
