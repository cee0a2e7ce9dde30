import FicServer

/// The table of settings as the files of the project show it.
enum SettingsText {
  /// The settings in the order of the table, by group.
  private static var groups: [(name: String, settings: [Setting])] {
    var groups: [(name: String, settings: [Setting])] = []
    for setting in Setting.all {
      if groups.last?.name != setting.parts.group { groups.append((setting.parts.group, [])) }
      groups[groups.count - 1].settings.append(setting)
    }
    return groups
  }

  // MARK: etc/ficsearch.yaml

  /// The settings in YAML, each with its default below what it means.
  static var yaml: String {
    groups.map { group in
      "\(group.name):\n" + group.settings.map(Self.yaml).joined()
    }.joined(separator: "\n")
  }

  private static func yaml(_ setting: Setting) -> String {
    let words = [setting.meaning, range(of: setting)].compactMap(\.self).joined(separator: " ")
    let comment = wrapped(words, to: 96).map { "  # \($0)\n" }.joined()
    return comment + "  \(setting.parts.name):\(value(of: setting))\n"
  }

  private static func value(of setting: Setting) -> String {
    let options = DaemonOptions()
    switch setting.value {
    case .folders: return "\n    - \(archive)"
    case .path(let place), .optionalPath(let place), .text(let place), .choice(let place, _):
      let text = options[keyPath: place]
      return text.isEmpty ? " \"\"" : " \(text)"
    case .flag(let place): return " \(options[keyPath: place])"
    case .number(let place, _): return " \(options[keyPath: place])"
    }
  }

  /// The folder that a new installation indexes.
  private static let archive = "/srv/fiction"

  private static func range(of setting: Setting) -> String? {
    switch setting.value {
    case .number(_, let range): "From \(range.lowerBound) to \(range.upperBound)."
    case .choice(_, let words):
      "One of \(words.dropLast().joined(separator: ", ")) and \(words.last ?? "")."
    case .folders, .path, .optionalPath, .text, .flag: nil
    }
  }

  // MARK: ficsearch.yaml(5)

  /// The settings in the macros of a manual page.
  static var manual: String {
    groups.map { group in
      ".SS \(group.name)\n" + group.settings.map(Self.manual).joined()
    }.joined()
  }

  private static func manual(_ setting: Setting) -> String {
    let options = DaemonOptions()
    let standard: String
    switch setting.value {
    case .folders: standard = ".IR \(archive) ."
    case .path(let place), .optionalPath(let place):
      let path = options[keyPath: place]
      standard = path.isEmpty ? "none." : ".IR \(path) ."
    case .text(let place), .choice(let place, _):
      let text = options[keyPath: place]
      standard = text.isEmpty ? "none." : ".BR \(text.replacing("-", with: #"\-"#)) ."
    case .flag(let place): standard = ".BR \(options[keyPath: place]) ."
    case .number(let place, _): standard = "\(options[keyPath: place])."
    }
    let sentences = sentences(of: setting.meaning) + [range(of: setting)].compactMap(\.self)
    let words = sentences.map { escaped($0) + "\n" }.joined()
    return ".TP\n.B \(setting.key)\n\(words)Default:\n\(standard)\n"
  }

  /// Sentences begin on lines of their own, as groff wants them.
  private static func sentences(of text: String) -> [String] {
    text.replacing(". ", with: ".\n").split(separator: "\n").map(String.init)
  }

  /// What is typed as it stands is bold.
  private static func escaped(_ text: String) -> String {
    let parts = text.replacing("-", with: #"\-"#).split(
      separator: "`",
      omittingEmptySubsequences: false
    )
    return parts.enumerated().map { $0 % 2 == 0 ? String($1) : #"\fB"# + $1 + #"\fR"# }.joined()
  }

  // MARK: Operations.md

  /// The settings as rows of a table in Markdown.
  static var table: String {
    Setting.all.map { setting in
      let words = [setting.meaning, range(of: setting)].compactMap(\.self).joined(separator: " ")
      let variable = setting.variable.map { "`\($0)`" } ?? ""
      let value: String
      if case .folders = setting.value {
        value = "[\(archive)]"
      } else {
        value = String(Self.value(of: setting).dropFirst())
      }
      return "| `\(setting.key)` | `\(value)` | \(words) | \(variable) |\n"
    }.joined()
  }

  // MARK: Lines

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
