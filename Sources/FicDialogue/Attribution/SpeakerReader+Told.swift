import FicModel
import FicParsing

extension SpeakerReader {
  /// Finds whom the user says to speak, and adds whom the work neither names nor describes.
  mutating func addTold() {
    let described = descriptions.entries.enumerated().map { index, entry in
      let span = TextSpan(entry.start, entry.end)
      return (CastBuilder.text(texts[entry.chapter], span), descriptions.base + index)
    }
    toldNames = told.complete(described, count: traits.count)
    for _ in toldNames {
      titles.append([])
      traits.append(Traits(isPerson: true))
    }
    for index in readings.indices {
      for turn in readings[index].turns.indices {
        let starts = readings[index].turns[turn].parts.map { part in
          chapters[index].paragraphs[part.paragraph].paragraph.quotations[part.quotation]
            .quotation.span.start
        }
        let narrator = narrator(of: readings[index].turns[turn])
        guard let told = told.turn(at: starts, in: index, narrator: narrator) else { continue }
        readings[index].told[turn] = told
        for member in told.addressees + [told.speaker].compactMap(\.self) {
          traits[member].isPerson = true
        }
      }
    }
  }
}
