import FicModel
import FicParsing

/// The words of the labels of scripts and chats: names, however they are written.
enum LabelWords {
  /// Reads the labels of a work's paragraphs, chapter by chapter.
  static func read(
    _ paragraphs: [[Paragraph]],
    texts: [[UInt8]],
    vocabulary: Vocabulary
  ) -> Set<Int32> {
    var result: Set<Int32> = []
    for (chapter, text) in zip(paragraphs, texts) {
      for quotation in chapter.lazy.flatMap(\.quotations) {
        guard let label = quotation.label, label.end <= text.count,
          // The words of a handle such as "mill_rat99" are nobody's names.
          !text[label.range].contains(where: { $0 == 0x5F || $0 >= 0x30 && $0 <= 0x39 })
        else { continue }
        let words = String(decoding: text[label.range], as: UTF8.self).lowercased()
          .split { !$0.isLetter && $0 != "-" && $0 != "'" }
        for word in words {
          guard let id = vocabulary.table.find(String(word)) else { continue }
          let wordClass = vocabulary[id]
          if wordClass.isDisjoint(with: [.function, .title, .groupNoun, .subjectPronoun]) {
            result.insert(id)
          }
        }
      }
    }
    return result
  }
}
