/// What a query asks of the people of a line or a scene.
package struct PersonCondition: Hashable, Sendable {
  /// What somebody is to a line or its scene.
  package enum Role: Hashable, Sendable {
    /// Speaks in the line.
    case speaker
    /// Is spoken to in it.
    case addressee
    /// Speaks, is spoken to or is named in the scene.
    case present
    /// Is named in the line by somebody else.
    case named
  }

  /// The role.
  package var role: Role

  /// What one of the person's names must hold.
  package var name: TermPhrase

  /// Whether nobody of that name may have the role.
  package var isNegated: Bool

  /// Creates a condition.
  package init(role: Role, name: TermPhrase, isNegated: Bool = false) {
    self.role = role
    self.name = name
    self.isNegated = isNegated
  }

  /// Whether it asks for somebody who speaks or is spoken to.
  var asksWhoSpeaks: Bool { !isNegated && (role == .speaker || role == .addressee) }
}
