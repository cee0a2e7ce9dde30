import FicModel
import FicWire

/// Says before names are joined or parted whom that concerns, and how much they say.
struct AliasOutlook {
  /// More works than this are only counted.
  private static let mostWorks = 20

  /// A member of a cast for whom a name stands.
  private struct Bearer: Hashable {
    var work: WorkLabel
    var name: String
    var lines: Int

    var text: String { "\(name) (\(lines) \(lines == 1 ? "line" : "lines"))" }
  }

  /// The members of casts that each name stands for.
  private var bearers: [String: [Bearer]] = [:]

  /// Creates an outlook; `cast` finds the members of casts whose names hold a text.
  init(
    of names: [String],
    cast: (_ name: String) async throws -> [CastEntry]
  ) async throws {
    for name in names {
      let key = AliasName.key(name)
      bearers[key] = try await cast(name).filter { entry in
        ([entry.name] + entry.aliases).contains { AliasName.key($0) == key }
      }.map { Bearer(work: $0.work, name: $0.name, lines: $0.lines) }
    }
  }

  /// What comes of it that names are one person, who is shown by the first.
  func joining(_ names: [String]) -> [String] {
    notes(of: names) { work, members in
      let shown = names[0]
      if members.count > 1 {
        let all = members.map(\.text).formatted
        return "In \(work.title), \(all) become one: \(shown)."
      }
      guard let only = members.first, AliasName.key(only.name) != AliasName.key(shown) else {
        return nil
      }
      return "In \(work.title), \(only.text) is shown as \(shown)."
    }
  }

  /// What comes of it that names are people of their own.
  func parting(_ names: [String]) -> [String] {
    let told = notes(of: names) { work, members in
      guard let only = members.first(where: { isOne($0, names) }) else { return nil }
      return "In \(work.title), \(only.text) becomes \(names.formatted); "
        + "who says which line is read anew."
    }
    return told.isEmpty ? ["No cast has them as one person; they stay apart."] : told
  }

  /// The member of a cast who is called by a name and shown by another; nil for none.
  func memberShownOtherwise(than name: String) -> (name: String, lines: Int, work: WorkLabel)? {
    let key = AliasName.key(name)
    return bearers[key]?.first { AliasName.key($0.name) != key }
      .map { ($0.name, $0.lines, $0.work) }
  }

  private func isOne(_ member: Bearer, _ names: [String]) -> Bool {
    names.allSatisfy { bearers[AliasName.key($0)]?.contains(member) ?? false }
  }

  private func notes(
    of names: [String],
    _ note: (WorkLabel, [Bearer]) -> String?
  ) -> [String] {
    var works: [(work: WorkLabel, members: [Bearer])] = []
    for member in names.flatMap({ bearers[AliasName.key($0)] ?? [] }) {
      if let place = works.firstIndex(where: { $0.work == member.work }) {
        if !works[place].members.contains(member) { works[place].members.append(member) }
      } else {
        works.append((member.work, [member]))
      }
    }
    let notes = works.compactMap { note($0.work, $0.members) }
    let left = notes.count - Self.mostWorks
    return notes.prefix(Self.mostWorks) + (left > 0 ? ["And so in \(left) more works."] : [])
  }
}

extension [String] {
  /// "A, B and C".
  fileprivate var formatted: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
