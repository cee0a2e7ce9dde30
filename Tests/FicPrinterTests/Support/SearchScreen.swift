import FicModel
import FicPrinter
import FicWire

/// The screen of the answer to a search for a Smith.
func screenOfSearch(_ records: [SearchRecord], width: Int = 80, color: Bool = false) -> String {
  let contents = AnswerContents.search(records, SearchParameters(query: "Smith"))
  let form = FormParameters(form: .text, width: width, usesColor: color)
  return String(decoding: contents.printed(as: form).bytes, as: UTF8.self)
}
