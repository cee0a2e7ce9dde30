package import FicModel

/// A chapter to read, with who speaks in the margin and what a query finds in it marked.
package struct ReadPage {
  /// The most hits of a work that are looked at for the steps from one to the next.
  package static let mostHits = 1000

  private let passage: Passage
  private let query: String
  private let hits: [Hit]
  private let total: Int
  private let matches: [String: [[Int]]]

  /// Takes a chapter, a query, and what it finds in the work, in the order of reading.
  ///
  /// - Parameters:
  ///   - passage: The chapter.
  ///   - query: What is to be marked; empty for nothing.
  ///   - hits: The lines of the work that match, with their whole text, at most `mostHits`.
  ///   - total: How many matches the work has.
  package init(_ passage: Passage, query: String = "", hits: [Hit] = [], total: Int = 0) {
    self.passage = passage
    self.query = query
    self.hits = hits
    self.total = total
    matches = Dictionary(hits.map { ($0.ref, $0.matches) }) { $0 + $1 }
  }

  /// The page.
  package var html: String {
    let work = passage.work
    var fields: PageFields = [
      "workId": work.id, "workHref": PagePath.work(work.id, upto: passage.upto),
      "workTitle": SafeText.visible(work.title),
      "chapterNumber": String(passage.chapter.number),
      "chapterHeading": ChapterHeading.text(of: passage.chapter),
      "place": "\(SafeText.visible(passage.source.path)):\(passage.source.line)",
      "fileHref": PagePath.file(passage.ref), "parts": parts,
    ]
    if !work.authors.isEmpty {
      fields["by"] = SafeText.visible(Phrases.list(work.authors, limit: 3))
    }
    // What a text gives as its address may be anything.
    if let address = passage.address, address.hasPrefix("https://") || address.hasPrefix("http://")
    {
      fields["address"] = SafeText.visible(address)
    }
    if let upto = passage.upto { fields["lock"] = String(upto) }
    fields["previousChapter"] = passage.previous.map { link($0) }
    fields["nextChapter"] = passage.next.map { link($0) }
    fields["scenesHere"] = scenes
    addHits(to: &fields)
    let frame = PageFrame(
      title: "\(work.title), \(ChapterHeading.text(of: passage.chapter))",
      query: query,
      upto: passage.upto
    )
    return frame.page("read", fields)
  }

  /// Links to the scenes of the chapter; none where it has one.
  private var scenes: [PageFields] {
    var numbers: [Int] = []
    for case let scene? in passage.paragraphs.map(\.scene) where scene != numbers.last {
      numbers.append(scene)
    }
    guard numbers.count > 1 else { return [] }
    return numbers.map { ["anchor": Self.anchor($0), "name": "Scene \($0)"] }
  }

  private static func anchor(_ scene: Int) -> String { "scene-\(scene)" }

  private func link(_ ref: String) -> String {
    PagePath.read(ref, query: query, upto: passage.upto)
  }

  // MARK: Hits

  private func addHits(to fields: inout PageFields) {
    guard !query.isEmpty else { return }
    let here = hits.count { $0.chapter.number == passage.chapter.number }
    let inAll = Phrases.count(total, "match", "matches")
    let most = Phrases.grouped(Self.mostHits)
    let bound = hits.count < Self.mostHits ? "" : "; the first \(most) lines of it are marked"
    fields["hits"] =
      hits.isEmpty
      ? "Nothing in this work matches \(SafeText.visible(query))."
      : "\(Phrases.count(here, "line")) of this chapter, \(inAll) in the work" + bound
    let target = passage.paragraphs.first(where: \.isTarget)
    let place = hits.firstIndex { $0.ref == target?.ref }
    let next = place.map { $0 + 1 } ?? hits.firstIndex { isBehind($0, target) } ?? hits.endIndex
    let previous = (place ?? next) - 1
    if hits.indices.contains(next) { fields["nextHit"] = link(hits[next].ref) }
    if hits.indices.contains(previous) { fields["previousHit"] = link(hits[previous].ref) }
  }

  /// Whether a hit comes behind a paragraph of this chapter.
  private func isBehind(_ hit: Hit, _ target: Passage.Paragraph?) -> Bool {
    if hit.chapter.number != passage.chapter.number {
      return hit.chapter.number > passage.chapter.number
    }
    let paragraphs = passage.paragraphs
    guard let own = paragraphs.firstIndex(where: { $0.ref == hit.ref }),
      let place = paragraphs.firstIndex(where: { $0.ref == target?.ref })
    else { return true }
    return own > place
  }

  // MARK: Paragraphs

  /// Stretches of one scene or zone; what is no story is folded, unless something in it was asked
  /// for.
  private var parts: [PageFields] {
    var parts: [PageFields] = []
    var start = 0
    let all = passage.paragraphs
    for index in all.indices where index + 1 == all.count || !isSame(all[index], all[index + 1]) {
      let paragraphs = Array(all[start...index])
      start = index + 1
      let zone = paragraphs[0].zone
      let isAsked = paragraphs.contains { $0.isTarget || matches[$0.ref] != nil }
      var fields: PageFields = [
        "folded": Self.isAside(zone) && !isAsked, "partName": TextPrinter.name(of: zone),
        "paragraphs": paragraphs.map { paragraph($0) },
      ]
      if let scene = paragraphs[0].scene, zone == .story {
        fields["sceneName"] = "Scene \(scene)"
        fields["sceneAnchor"] = Self.anchor(scene)
      }
      parts.append(fields)
    }
    return parts
  }

  private func isSame(_ one: Passage.Paragraph, _ other: Passage.Paragraph) -> Bool {
    one.scene == other.scene && (one.zone == other.zone || one.scene != nil)
  }

  private static func isAside(_ zone: ZoneKind) -> Bool {
    switch zone {
    case .story, .heading, .sceneBreak: false
    case .authorsNote, .reviewReply, .disclaimer, .summary, .recap, .banner, .boilerplate: true
    }
  }

  private func paragraph(_ paragraph: Passage.Paragraph) -> PageFields {
    let places = matches[paragraph.ref] ?? []
    let line = HTMLLine(
      ref: paragraph.ref,
      text: paragraph.text,
      matches: places,
      said: paragraph.said,
      label: nil
    )
    var fields: PageFields = [
      "ref": paragraph.ref, "markup": line.inner, "target": paragraph.isTarget,
      "hit": !places.isEmpty, "zone": paragraph.zone.rawValue,
      "element": paragraph.zone == .heading ? "h2" : "p",
    ]
    if paragraph.zone == .story {
      fields["fixHref"] = PagePath.fix(paragraph.ref, upto: passage.upto)
    }
    guard !paragraph.speakers.isEmpty else { return fields }
    let said = paragraph.said.first { $0.speaker == paragraph.speakers.first }
    let confidence = said?.confidence ?? 1
    let names = paragraph.speakers.map { SafeText.visible($0) }.joined(separator: ", ")
    let to = (said?.addressees ?? []).map { SafeText.visible($0) }.joined(separator: ", ")
    fields["speaker"] =
      names + (confidence < 0.5 ? "?" : "") + (to.isEmpty ? "" : " → \(to)")
    fields["tone"] = PageLine.tone(confidence)
    fields["sure"] = PageLine.sure(confidence)
    return fields
  }
}
