import FicModel
import FicParsing

/// What the parser saw in one file, in the form of `ficsearch-ingest parse`.
///
/// `start` and `end` count Unicode scalars of the decoded source file, `end` exclusive.
struct ParseReport: Encodable {
  /// A chapter of the file.
  struct ChapterEntry: Encodable {
    var start: Int
    var end: Int
    var number: String?
    var title: String?
    var address: String?
  }

  /// A stretch that is no story.
  struct ZoneEntry: Encodable {
    var start: Int
    var end: Int
    var kind: String
    var zone: String
    var inline: Bool
  }

  /// A scene.
  struct SceneEntry: Encodable {
    var start: Int
    var end: Int
    var chapter: Int
    var sceneBreak: String
    var pov: String?
    var placeTime: String?

    enum CodingKeys: String, CodingKey {
      case start
      case end
      case chapter
      case sceneBreak = "break"
      case pov
      case placeTime = "place_time"
    }
  }

  /// A quotation with its marks, and who says it to whom.
  struct QuoteEntry: Encodable {
    var start: Int
    var end: Int
    var chapter: Int
    var text: String
    var speaker: String?
    var addressee: String?
    var addressees: [String]
    var kind: String
    var type: String?
    var rule: String
    var confidence: Double
  }

  /// A member of the cast.
  struct MemberEntry: Encodable {
    var name: String
    var aliases: [String]
    var gender: String?
    var kind: String
    var narrator: Bool
    var mentions: Int
  }

  /// A fact about the work.
  struct FieldEntry: Encodable {
    var key: String
    var value: String
    var origin: String
  }

  /// Something that was repaired, cut or guessed.
  struct DiagnosticEntry: Encodable {
    var code: String
    var count: Int
  }

  var metadata: [FieldEntry] = []
  var chapters: [ChapterEntry] = []
  var frontMatter: [ZoneEntry] = []
  var scenes: [SceneEntry] = []
  var quotes: [QuoteEntry] = []
  var cast: [MemberEntry] = []
  var diagnostics: [DiagnosticEntry] = []

  enum CodingKeys: String, CodingKey {
    case metadata
    case chapters
    case frontMatter = "front_matter"
    case scenes
    case quotes
    case cast
    case diagnostics
  }
}
