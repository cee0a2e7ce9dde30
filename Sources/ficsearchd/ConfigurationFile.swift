import Configuration
import FicServer
import FoundationEssentials
import Yams

/// The configuration file: groups of settings, in YAML.
struct ConfigurationFile {
  /// The values that it sets, by key.
  let values: [String: ConfigContent]

  /// Reads a file.
  ///
  /// Throws: `ConfigurationFileError` for a file that cannot be read, for what is no YAML, and for
  /// what is no setting.
  init(path: String) throws(ConfigurationFileError) {
    let root: Node?
    do {
      root = try compose(yaml: String(contentsOfFile: path, encoding: .utf8))
    } catch {
      throw ConfigurationFileError(path: path, cause: "\(error)")
    }
    var values: [String: ConfigContent] = [:]
    for (group, settings) in try Self.entries(of: root, "groups of settings", path) {
      for (name, value) in try Self.entries(of: settings, "settings in '\(group)'", path) {
        let key = "\(group).\(name)"
        guard let setting = Setting.all.first(where: { $0.key == key }) else {
          throw Self.error(at: value, "there is no setting '\(key)'", path)
        }
        values[key] = try Self.content(of: value, setting, path)
      }
    }
    self.values = values
  }

  /// The entries of a group; none where nothing stands in it.
  private static func entries(
    of node: Node?,
    _ expected: String,
    _ path: String
  ) throws(ConfigurationFileError) -> [(key: String, value: Node)] {
    guard let node, node.null == nil else { return [] }
    guard let mapping = node.mapping else {
      throw error(at: node, "here stand no \(expected)", path)
    }
    var entries: [(key: String, value: Node)] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw error(at: key, "this is no name", path) }
      entries.append((name, value))
    }
    return entries
  }

  /// What a setting is given; nil where nothing stands behind its name.
  private static func content(
    of node: Node,
    _ setting: Setting,
    _ path: String
  ) throws(ConfigurationFileError) -> ConfigContent? {
    if node.null != nil { return nil }
    if let text = node.scalar?.string { return .string(text) }
    guard case .folders = setting.value, let nodes = node.sequence else {
      throw error(at: node, "'\(setting.key)' takes one value", path)
    }
    var texts: [String] = []
    for node in nodes {
      guard let text = node.scalar?.string else {
        throw error(at: node, "'\(setting.key)' takes a list of texts", path)
      }
      texts.append(text)
    }
    return .stringArray(texts)
  }

  private static func error(
    at node: Node,
    _ cause: String,
    _ path: String
  ) -> ConfigurationFileError {
    ConfigurationFileError(path: path, line: node.mark?.line, cause: cause)
  }
}
