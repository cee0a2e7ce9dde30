import FicModel
import FicParsing

extension Document {
  /// One document of several files of an archive, each at least a chapter of its own.
  ///
  /// The whole text is its own source, since the files have no place that can be opened.
  init(joining parts: [Document]) {
    self.init(text: [], blocks: [])
    for part in parts {
      let shift = text.count
      let first = blocks.count
      if part.chapterStarts.isEmpty {
        chapterStarts.append(
          ChapterCut(
            block: first,
            title: part.chapterTitle ?? ChapterTitle(),
            address: part.chapterAddress
          )
        )
      } else {
        chapterStarts += part.chapterStarts.map {
          ChapterCut(block: $0.block + first, title: $0.title, address: $0.address)
        }
      }
      text += part.text
      blocks += part.blocks.map { Block(kind: $0.kind, span: $0.span.shifted(by: shift)) }
      if let last = text.last, last != 0x0A, !blocks.isEmpty {
        text.append(0x0A)
        blocks[blocks.count - 1].span.end += 1
      }
      metadata.fields += part.metadata.fields.filter { field in
        !metadata.fields.contains(field)
      }
    }
    offsetMap = OffsetMap(plainText: text)
  }
}
