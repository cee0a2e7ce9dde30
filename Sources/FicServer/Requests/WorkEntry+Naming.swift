import FicModel

extension WorkEntry {
  /// Whether a text is its id or its whole title.
  func isCalled(_ text: String) -> Bool {
    work.id == text.lowercased() || AliasName.key(work.title) == AliasName.key(text)
  }
}

extension [WorkEntry] {
  /// Those that a text means: the ones that it names whole, else all whose title holds it.
  func meant(by text: String) -> [WorkEntry] {
    let exact = filter { $0.isCalled(text) }
    return exact.isEmpty ? self : exact
  }
}
