import FicIndex
import FicModel

/// The columns of `chapter_unit`: fixed-width records of the lengths and filters of a chapter's units.
enum UnitTable {
  /// What a search needs of an utterance unit.
  struct UtteranceFacts {
    /// Words, at most 65,535.
    var words: UInt16

    /// How it reaches the page.
    var kind: UtteranceKind

    /// The confidence of the attribution, in thousandths.
    var thousandths: Int

    /// The scene unit that it lies in; nil outside every scene.
    var scene: Int?
  }

  /// The bytes of a record.
  static func width(_ kind: IndexUnit.Kind) -> Int {
    switch kind {
    case .scene: 4
    case .utterance: 7
    case .matter: 3
    }
  }

  /// The column that holds the records of a kind.
  static func column(_ kind: IndexUnit.Kind) -> String {
    switch kind {
    case .scene: "scenes"
    case .utterance: "utterances"
    case .matter: "matter"
    }
  }

  /// The records of a kind of a chapter's units.
  static func bytes(of records: ChapterRecords, _ kind: IndexUnit.Kind) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, unit) in records.storedUnits(kind).enumerated() {
      append(UInt16(clamping: unit.words), to: &bytes)
      switch kind {
      case .scene: append(UInt16(clamping: unit.scene), to: &bytes)
      case .utterance: append(records.utterance(of: index), scene: unit.scene, to: &bytes)
      case .matter:
        bytes.append(place(of: records.chapter.zone(at: unit.span.start)?.kind ?? .story))
      }
    }
    return bytes
  }

  /// The words of the unit at `index`; nil where the column has no such record.
  static func words(_ bytes: [UInt8], _ kind: IndexUnit.Kind, at index: Int) -> UInt16? {
    let start = index * width(kind)
    return start + width(kind) <= bytes.count ? number(bytes, start) : nil
  }

  /// The scene that the scene unit at `index` is a part of; nil where the column has no such record.
  static func scene(_ bytes: [UInt8], at index: Int) -> Int? {
    let start = index * width(.scene)
    return start + width(.scene) <= bytes.count ? Int(number(bytes, start + 2)) : nil
  }

  /// The facts of the utterance unit at `index`; nil where the column has no such record.
  static func utterance(_ bytes: [UInt8], at index: Int) -> UtteranceFacts? {
    let start = index * width(.utterance)
    guard start + width(.utterance) <= bytes.count else { return nil }
    let kinds = UtteranceKind.allCases
    guard kinds.indices.contains(Int(bytes[start + 2])) else { return nil }
    let scene = number(bytes, start + 5)
    return UtteranceFacts(
      words: number(bytes, start),
      kind: kinds[Int(bytes[start + 2])],
      thousandths: Int(number(bytes, start + 3)),
      scene: scene == .max ? nil : Int(scene)
    )
  }

  /// The zone of the unit of other matter at `index`; nil where the column has no such record.
  static func zone(_ bytes: [UInt8], at index: Int) -> ZoneKind? {
    let start = index * width(.matter)
    guard start + width(.matter) <= bytes.count else { return nil }
    let place = Int(bytes[start + 2])
    return ZoneKind.allCases.indices.contains(place) ? ZoneKind.allCases[place] : nil
  }

  private static func append(_ utterance: Utterance?, scene: Int, to bytes: inout [UInt8]) {
    let kind = utterance?.kind ?? .speech
    bytes.append(UInt8(clamping: UtteranceKind.allCases.firstIndex(of: kind) ?? 0))
    let confidence = RecordWriter.thousandths(utterance?.attribution.confidence ?? 0)
    append(UInt16(clamping: confidence), to: &bytes)
    append(scene < 0 ? .max : UInt16(clamping: scene), to: &bytes)
  }

  private static func append(_ number: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> UInt16 {
    UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8
  }

  private static func place(of zone: ZoneKind) -> UInt8 {
    UInt8(clamping: ZoneKind.allCases.firstIndex(of: zone) ?? 0)
  }
}

extension ChapterRecords {
  /// The units of a kind that have a rowid.
  func storedUnits(_ kind: IndexUnit.Kind) -> ArraySlice<IndexUnit> {
    units(kind).prefix(RowKey.maximumUnits(kind))
  }
}
