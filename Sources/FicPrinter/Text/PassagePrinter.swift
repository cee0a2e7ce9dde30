package import FicModel

/// Prints a stretch of a chapter to read, with who speaks in the margin.
package struct PassagePrinter: HitPrinter {
  private let style: PrintStyle

  /// Creates a printer.
  package init(style: PrintStyle) {
    self.style = style
  }

  package mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream) {
    guard case .passage(let passage) = record else { return }
    output.write(style.paint(SafeText.visible(passage.work.title), .title))
    output.write(" · \(ChapterHeading.text(of: passage.chapter))\n")
    let place = "\(SafeText.visible(passage.source.path)):\(passage.source.line)"
    output.write(style.paint(place, .dim) + "\n")
    if let address = passage.address {
      output.write(style.paint(SafeText.visible(address), .dim) + "\n")
    }
    let shown = passage.sources.first(where: \.isShown)?.path ?? passage.source.path
    for line in SourceLines.lines(of: passage.sources, except: shown) {
      output.write(style.paint(line, .dim) + "\n")
    }
    var lastScene: Int??
    for paragraph in passage.paragraphs {
      if paragraph.scene != lastScene {
        let name = paragraph.scene.map { "scene \($0)" } ?? TextPrinter.name(of: paragraph.zone)
        output.write("\n" + style.paint(name, .dim) + "\n")
        lastScene = paragraph.scene
      }
      write(paragraph, to: &output)
    }
    guard passage.previous != nil || passage.next != nil else { return }
    output.write("\n")
    let border = passage.upto.map { " --upto \($0)" } ?? ""
    for (name, ref) in [("Next", passage.next), ("Before", passage.previous)] {
      guard let ref else { continue }
      let command = "\(name): \(style.command) show \(ref)\(border)"
      output.write(style.paint(command, .dim) + "\n")
    }
  }

  package mutating func finish(to output: inout some TextOutputStream) {}

  private func write(_ paragraph: Passage.Paragraph, to output: inout some TextOutputStream) {
    output.write("\n")
    if !paragraph.speakers.isEmpty {
      let speakers = SafeText.visible(paragraph.speakers.joined(separator: ", "))
      output.write("  " + style.paint(speakers, .speaker) + "\n")
    }
    let text = TextFlow(indent: 4, style: style).lines(of: paragraph.text)
    guard paragraph.isTarget, text.hasPrefix("    ") else { return output.write(text) }
    output.write(
      "\(PrintedAnswer.targetMark)  " + style.paint("▸", .match) + " " + text.dropFirst(4)
    )
  }
}
