package import FicModel

/// A chapter as an index stores it and gives it back.
package struct ChapterRecords: Hashable, Sendable {
  /// Names it.
  package var key: ChapterKey

  /// Where the text and what was read in it.
  package var chapter: Chapter

  /// The path of the file that it came from.
  package var path: String

  /// Changes whenever anything that is stored changes; empty where an index gives the chapter back.
  package var fingerprint: Fingerprint

  /// The cast of the work, to which every `CastID` of the chapter leads; of one that an index gives
  /// back, a member who does not occur in the chapter may be without a name.
  package var cast: [CastMember]

  /// The terms of its lines, if they have been made.
  package var terms: ChapterTerms?

  /// That it is gone from the archive and kept; a backend gives it, and takes none.
  package var removal: ChapterRemoval?

  /// Creates records.
  package init(
    key: ChapterKey,
    chapter: Chapter,
    path: String,
    fingerprint: Fingerprint = Fingerprint([]),
    cast: [CastMember] = [],
    terms: ChapterTerms? = nil,
    removal: ChapterRemoval? = nil
  ) {
    self.key = key
    self.chapter = chapter
    self.path = path
    self.fingerprint = fingerprint
    self.cast = cast
    self.terms = terms
    self.removal = removal
  }

  /// The terms that have been made, or new ones.
  package var knownTerms: ChapterTerms { terms ?? ChapterTerms(chapter) }

  /// The name that is shown of a member; nil for nobody of the cast, and where none is known.
  package func name(_ member: CastID) -> String? {
    guard cast.indices.contains(member.rawValue), !cast[member.rawValue].name.isEmpty else {
      return nil
    }
    return cast[member.rawValue].name
  }
}

extension CastMember {
  /// The names under which a member is found: the fullest first, then the aliases.
  package var indexedNames: [String] { [name] + aliases }

  /// Parts two names where several are one text, so that no phrase runs from one into the other:
  /// U+001E.
  package static let nameBarrier = "\u{1E}"
}
