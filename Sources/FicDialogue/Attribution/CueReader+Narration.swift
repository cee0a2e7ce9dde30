import FicModel
import FicParsing

extension CueReader {
  /// Takes in the names of the paragraphs before `paragraph`.
  mutating func passNarration(upTo paragraph: Int) {
    while nextParagraph < paragraph {
      let tokens = reader.chapter.paragraphs[nextParagraph].tokens
      let isNarration = reader.chapter.paragraphs[nextParagraph].quotations.isEmpty
      let number = reader.chapter.paragraphs[nextParagraph].paragraph.scene
      if sceneStart.scene != number { sceneStart = (number, tokens.lowerBound) }
      while nextName < people.count, people[nextName].token < tokens.upperBound {
        let mention = people[nextName]
        nextName += 1
        guard traits[mention.member].isPerson else { continue }
        if mention.isQuoted {
          quoted.refresh(mention.member)
        } else {
          name(mention.member, at: mention.token, isPossessive: mention.isPossessive)
        }
      }
      passSubjects(upTo: tokens.upperBound)
      if isNarration { refreshPronoun(in: tokens) }
      refreshNarrator(in: tokens, scene: reader.chapter.paragraphs[nextParagraph].paragraph.scene)
      nextParagraph += 1
    }
  }

  /// Takes in that the narration names a member.
  mutating func name(_ member: Int, at token: Int, isPossessive: Bool) {
    narrated.refresh(member)
    presences[member].scene = sceneNumber
    presences[member].paragraph = firstParagraph + nextParagraph
    presences[member].mention(
      in: sceneNumber,
      at: firstToken + token,
      isPossessive: isPossessive
    )
  }

  /// Takes in the subjects of sentences before a token; a pronoun keeps the last one of its gender.
  mutating func passSubjects(upTo token: Int) {
    while nextSubject < subjectMentions.count, subjectMentions[nextSubject].token < token {
      let kind = subjectMentions[nextSubject].kind
      let place = firstToken + subjectMentions[nextSubject].token
      nextSubject += 1
      switch kind {
      case .member(let member):
        lastSubject = (place, member, false)
        if traits[member].isPerson { subjects.refresh(member) }
      case .described(let member):
        lastSubject = (place, member, false)
        if traits[member].isPerson {
          subjects.refresh(member)
          narrated.refresh(member)
          presences[member].scene = sceneNumber
          presences[member].paragraph = firstParagraph + nextParagraph
        }
      case .he, .she:
        let gender = gender(of: kind)
        let meant = subjects.members.first { fits($0, gender) == true }
        lastSubject = (place, meant ?? -1, true)
        if let meant { subjects.refresh(meant) }
      case .narrator, .they, .it, .we, .you: break
      }
    }
  }

  /// A sentence that begins with "he" keeps the last man in mind.
  mutating func refreshPronoun(in tokens: Range<Int>) {
    for index in tokens where !reader.chapter.tokens[index].shape.isDisjoint(with: .sentence) {
      let wordClass = reader.wordClass(index)
      let gender: Gender
      if wordClass.contains(.he) {
        gender = .male
      } else if wordClass.contains(.she) {
        gender = .female
      } else {
        continue
      }
      if narrated.members.prefix(2).contains(where: { traits[$0].gender == gender }),
        let member = narrated.members.first(where: { traits[$0].gender == gender })
      {
        narrated.refresh(member)
      }
    }
  }

  /// "I" in the narration names the narrator.
  mutating func refreshNarrator(in tokens: Range<Int>, scene: Int) {
    guard narrators.indices.contains(scene), let narrator = narrators[scene] else { return }
    let named = tokens.first { index in
      !reader.chapter.tokens[index].shape.contains(.quoted)
        && reader.wordClass(index).contains(reader.narrator)
    }
    if let named { name(narrator, at: named, isPossessive: false) }
  }
}
