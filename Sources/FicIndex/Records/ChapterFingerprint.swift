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
    // Of what has none the fingerprint is as before there were numbers and addresses.
    if let number = chapter.title.number { hasher.combine(number) }
    if let address = chapter.address { hasher.combine(address) }
    hasher.combine(all: chapter.offsetMap.checkpoints) { hasher, checkpoint in
      hasher.combine(checkpoint.text)
      hasher.combine(checkpoint.source)
      hasher.combine(checkpoint.line)
    }
    hasher.combine(all: chapter.paragraphs) { $0.combine($1) }
    hasher.combine(all: chapter.zones) { hasher, zone in
      hasher.combine(zone.kind.rawValue)
      hasher.combine(zone.span)
      hasher.combine(zone.isInline ? 1 : 0)
    }
    hasher.combine(all: chapter.scenes) { hasher, scene in
      hasher.combine(scene.span)
      hasher.combine(scene.sceneBreak.rawValue)
      hasher.combine(scene.pointOfView ?? "\u{0}")
      hasher.combine(scene.placeAndTime ?? "\u{0}")
    }
    hasher.combine(all: chapter.utterances) { $0.combine($1) }
    hasher.combine(all: chapter.mentions) { hasher, mention in
      hasher.combine(mention.span)
      hasher.combine(mention.member.rawValue)
    }
    return hasher.fingerprint
  }
}

extension FingerprintHasher {
  /// Adds the number of elements and each element.
  fileprivate mutating func combine<Element>(
    all elements: [Element],
    _ body: (inout FingerprintHasher, Element) -> Void
  ) {
    combine(elements.count)
    for element in elements { body(&self, element) }
  }

  fileprivate mutating func combine(_ span: TextSpan) {
    combine(span.start)
    combine(span.end)
  }

  fileprivate mutating func combine(_ utterance: Utterance) {
    combine(utterance.kind.rawValue)
    combine(all: utterance.quotations) { hasher, quotation in
      hasher.combine(quotation.span)
      hasher.combine(quotation.content)
      hasher.combine((quotation.continues ? 1 : 0) + (quotation.isUnbalanced ? 2 : 0))
      hasher.combine(all: quotation.nested) { $0.combine($1) }
    }
    let attribution = utterance.attribution
    combine(attribution.speaker?.rawValue ?? -1)
    combine(attribution.form.rawValue)
    combine(attribution.rule)
    combine(all: [attribution.evidence].compactMap(\.self)) { $0.combine($1) }
    combine(Int((attribution.confidence * 1000).rounded()))
    combine(all: utterance.addressees) { $0.combine($1.rawValue) }
  }
}
