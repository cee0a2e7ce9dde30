/// Makes a tree of HTML's elements out of another format's, so that one renderer reads both.
struct MarkupTranslation {
  /// The tree so far.
  private(set) var tree = MarkupTree()

  /// Opens an element and returns its number.
  mutating func open(_ name: String, in parent: Int, id: String? = nil) -> Int {
    let attributes = id.map { [MarkupTree.Attribute(name: "id", value: $0)] } ?? []
    return tree.appendElement(name, attributes, in: parent, source: 0)
  }

  /// Opens an element that its readers do not see, and returns its number.
  mutating func openHidden(_ name: String, in parent: Int) -> Int {
    tree.appendElement(
      name,
      [MarkupTree.Attribute(name: "hidden", value: "")],
      in: parent,
      source: 0
    )
  }

  /// Adds text.
  mutating func add(_ text: some Collection<UInt8>, in parent: Int) {
    tree.appendText(text, in: parent)
  }
}
