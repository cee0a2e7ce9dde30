import FicModel

/// Computes the fingerprint of everything that an index stores of a chapter.
enum ChapterFingerprint {
  /// Raised whenever more of a chapter is stored than before, so that it is stored anew.
  private static let version = 3

  /// The fingerprint.
  ///
  /// It covers text, structure and path. Names of the cast are the work's, and no part of it.
  static func fingerprint(of records: ChapterRecords) -> Fingerprint {
    var hasher = FingerprintHasher()
    hasher.combine(version)
    hasher.combine(records.path)
    let chapter = records.chapter
    hasher.combine(chapter.text.count)
    hasher.combine(chapter.text)
    hasher.combine(chapter.title.printedNumber ?? "\u{0}")
    hasher.combine(chapter.title.title ?? "\u{0}")
    // Of what has none the fingerprint is as before there were addresses.
    if let address = chapter.address { hasher.combine(address) }
    combine(chapter.offsetMap, into: &hasher)
    combine(chapter.paragraphs, into: &hasher)
    combine(chapter.zones, into: &hasher)
    combine(chapter.scenes, into: &hasher)
    hasher.combine(chapter.utterances.count)
    for utterance in chapter.utterances { combine(utterance, into: &hasher) }
    hasher.combine(chapter.mentions.count)
    for mention in chapter.mentions {
      combine(mention.span, into: &hasher)
      hasher.combine(mention.member.rawValue)
    }
    return hasher.fingerprint
  }

  private static func combine(_ span: TextSpan, into hasher: inout FingerprintHasher) {
    hasher.combine(span.start)
    hasher.combine(span.end)
  }

  private static func combine(_ spans: [TextSpan], into hasher: inout FingerprintHasher) {
    hasher.combine(spans.count)
    for span in spans { combine(span, into: &hasher) }
  }

  private static func combine(_ map: OffsetMap, into hasher: inout FingerprintHasher) {
    hasher.combine(map.checkpoints.count)
    for checkpoint in map.checkpoints {
      hasher.combine(checkpoint.text)
      hasher.combine(checkpoint.source)
      hasher.combine(checkpoint.line)
    }
  }

  private static func combine(_ zones: [Zone], into hasher: inout FingerprintHasher) {
    hasher.combine(zones.count)
    for zone in zones {
      hasher.combine(zone.kind.rawValue)
      combine(zone.span, into: &hasher)
      hasher.combine(zone.isInline ? 1 : 0)
    }
  }

  private static func combine(_ scenes: [Scene], into hasher: inout FingerprintHasher) {
    hasher.combine(scenes.count)
    for scene in scenes {
      combine(scene.span, into: &hasher)
      hasher.combine(scene.sceneBreak.rawValue)
      hasher.combine(scene.pointOfView ?? "\u{0}")
      hasher.combine(scene.placeAndTime ?? "\u{0}")
    }
  }

  private static func combine(_ utterance: Utterance, into hasher: inout FingerprintHasher) {
    hasher.combine(utterance.kind.rawValue)
    hasher.combine(utterance.quotations.count)
    for quotation in utterance.quotations {
      combine(quotation.span, into: &hasher)
      combine(quotation.content, into: &hasher)
      hasher.combine((quotation.continues ? 1 : 0) + (quotation.isUnbalanced ? 2 : 0))
      combine(quotation.nested, into: &hasher)
    }
    let attribution = utterance.attribution
    hasher.combine(attribution.speaker?.rawValue ?? -1)
    hasher.combine(attribution.form.rawValue)
    hasher.combine(attribution.rule)
    combine(attribution.evidence.map { [$0] } ?? [], into: &hasher)
    hasher.combine(Int((attribution.confidence * 1000).rounded()))
    hasher.combine(utterance.addressees.count)
    for addressee in utterance.addressees { hasher.combine(addressee.rawValue) }
  }
}
