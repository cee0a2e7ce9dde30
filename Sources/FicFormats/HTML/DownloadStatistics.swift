/// The cell "Stats:" of an Archive of Our Own download: dates, words and chapters in one line.
struct DownloadStatistics {
  private var values: [(label: String, value: String)] = []

  init(_ words: String) {
    for word in words.split(separator: " ") {
      if word.last == ":" {
        values.append((String(word.dropLast()), ""))
      } else if let last = values.indices.last {
        values[last].value += (values[last].value.isEmpty ? "" : " ") + word
      }
    }
  }

  private func value(_ label: String) -> String? {
    values.first { $0.label == label }?.value
  }

  /// Adds what the cell says; "Completed:" in place of "Updated:" says that the work is complete,
  /// and so does a number of chapters that is all of them.
  func add(to facts: inout FactCollector) {
    for (label, value) in values where label != "Completed" { facts.add(label: label, value) }
    if let completed = value("Completed") { facts.add("updated", completed) }
    let counts = (value("Chapters") ?? "").split(separator: "/")
    let hasAll = counts.count == 2 && counts[0] == counts[1]
    facts.add("status", value("Completed") != nil || hasAll ? "Completed" : "In-Progress")
  }
}
