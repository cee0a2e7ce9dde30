import FicIndex
import FicModel

extension RecordWriter {
  /// The version of the form of a chapter record.
  static let chapterForm = 2

  /// The form of what the parser read in a chapter, its text left out; Index/README.md has the
  /// order.
  static func bytes(of records: ChapterRecords) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(chapterForm)
    writer.write(chapter: records.chapter)
    return writer.bytes
  }

  /// Confidence as it is stored: in thousandths.
  static func thousandths(_ confidence: Double) -> Int {
    Int((min(1, max(0, confidence)) * 1000).rounded())
  }

  private mutating func write(chapter: Chapter) {
    write(chapter.title.printedNumber)
    write(chapter.title.title)
    write(signed: chapter.document)
    write(chapter.offsetMap)
    write(all: chapter.paragraphs) { $0.write($1) }
    write(all: chapter.zones) { writer, zone in
      writer.write(choice: zone.kind)
      writer.write(zone.span)
      writer.write(zone.isInline)
    }
    write(all: chapter.scenes) { writer, scene in
      writer.write(scene.span)
      writer.write(choice: scene.sceneBreak)
      writer.write(scene.pointOfView)
      writer.write(scene.placeAndTime)
    }
    write(utterances: chapter.utterances)
    write(all: chapter.mentions) { writer, mention in
      writer.write(mention.span)
      writer.write(signed: mention.member.rawValue)
    }
  }

  private mutating func write(_ map: OffsetMap) {
    var last = OffsetMap.Checkpoint(text: 0, source: 0, line: 0)
    write(all: map.checkpoints) { writer, checkpoint in
      writer.write(signed: checkpoint.text - last.text)
      writer.write(signed: checkpoint.source - last.source)
      writer.write(signed: checkpoint.line - last.line)
      last = checkpoint
    }
  }

  private mutating func write(utterances: [Utterance]) {
    var rules: [String] = []
    for utterance in utterances where !rules.contains(utterance.attribution.rule) {
      rules.append(utterance.attribution.rule)
    }
    write(all: rules) { $0.write($1) }
    write(all: utterances) { writer, utterance in
      writer.write(choice: utterance.kind)
      writer.write(all: utterance.quotations) { $0.write(quotation: $1) }
      writer.write(utterance.attribution, rules: rules)
      writer.write(all: utterance.addressees) { $0.write(signed: $1.rawValue) }
    }
  }

  private mutating func write(quotation: Quotation) {
    write(quotation.span)
    write(quotation.content)
    write(quotation.continues)
    write(quotation.isUnbalanced)
    write(all: quotation.nested) { $0.write($1) }
  }

  private mutating func write(_ attribution: Attribution, rules: [String]) {
    write(attribution.speaker != nil)
    if let speaker = attribution.speaker { write(signed: speaker.rawValue) }
    write(RecordReader.forms.firstIndex(of: attribution.form) ?? 0)
    write(rules.firstIndex(of: attribution.rule) ?? 0)
    write(attribution.evidence)
    write(Self.thousandths(attribution.confidence))
  }

  private mutating func write<Choice: CaseIterable & Equatable>(choice: Choice) {
    write(Array(Choice.allCases).firstIndex(of: choice) ?? 0)
  }
}
