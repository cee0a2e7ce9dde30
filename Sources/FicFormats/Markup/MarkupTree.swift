/// The elements and texts of an HTML or XML file, in one array.
///
/// Character references are resolved; comments and processing instructions are left out.
struct MarkupTree: Sendable {
  /// An element or a text.
  struct Node: Sendable {
    /// The name, in lower case in HTML, with its prefix in XML; empty for a text and for the root.
    var name: String

    /// The node that it is in; -1 for the root.
    var parent: Int

    /// The first and the last child, and the node after it in its parent; -1 where there is none.
    var firstChild = -1
    var lastChild = -1
    var next = -1

    /// Which of `attributes` are an element's.
    var attributes = 0..<0

    /// Which bytes of `text` are a text's.
    var text = 0..<0

    /// Where it begins, in bytes of the file.
    var source: Int

    /// What an element's name says of the text in it.
    var traits: ElementTraits = []

    /// Whether it is left out of the page's text, and all that is in it.
    var isHidden = false

    /// Whether it is left out and read apart: what is hidden from readers, and readings.
    var isAside = false
  }

  /// An attribute of an element.
  struct Attribute: Sendable {
    /// The name, as a node's.
    var name: String

    /// The value; empty where the file has none.
    var value: String
  }

  /// The nodes in the order of the file; the first is the root, which holds all.
  private(set) var nodes = [Node(name: "", parent: -1, source: 0)]

  /// The attributes of all elements.
  private(set) var attributes: [Attribute] = []

  /// The texts of all nodes, UTF-8.
  private(set) var text: [UInt8] = []

  /// Appends an element and returns its number.
  mutating func appendElement(
    _ name: String,
    _ attributes: [Attribute],
    in parent: Int,
    source: Int
  ) -> Int {
    let start = self.attributes.count
    self.attributes += attributes
    var node = Node(name: name, parent: parent, source: source)
    node.attributes = start..<self.attributes.count
    node.traits = ElementTable.traits[name] ?? []
    return append(node)
  }

  /// Appends text, to the last text where it stands directly behind it in the file too.
  mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>, in parent: Int, source: Int) {
    let start = text.count
    unsafe text.append(contentsOf: bytes)
    if let last = nodes.indices.last, nodes[last].name.isEmpty, nodes[last].parent == parent,
      nodes[last].text.upperBound == start, nodes[last].source + nodes[last].text.count == source
    {
      nodes[last].text = nodes[last].text.lowerBound..<text.count
      return
    }
    var node = Node(name: "", parent: parent, source: source)
    node.text = start..<text.count
    _ = append(node)
  }

  /// Appends text that has no place of its own in the file.
  mutating func appendText(_ bytes: some Collection<UInt8>, in parent: Int) {
    guard !bytes.isEmpty else { return }
    var node = Node(name: "", parent: parent, source: 0)
    node.text = text.count..<(text.count + bytes.count)
    text += bytes
    _ = append(node)
  }

  /// Whether anything is read apart.
  private(set) var hasAsides = false

  /// Leaves a node out of the page's text.
  mutating func hide(_ node: Int) { nodes[node].isHidden = true }

  /// Leaves a node out of the page's text, to be read apart from it.
  mutating func setAside(_ node: Int) {
    nodes[node].isHidden = true
    nodes[node].isAside = true
    hasAsides = true
  }

  /// Gives a text other bytes, of which the one at `offset` stands at `source` in the file.
  mutating func setText(_ node: Int, to bytes: [UInt8], at offset: Int = 0, source: Int) {
    nodes[node].text = text.count..<(text.count + bytes.count)
    nodes[node].source = max(0, source - offset)
    text += bytes
  }

  private mutating func append(_ node: Node) -> Int {
    let index = nodes.count
    nodes.append(node)
    let last = nodes[node.parent].lastChild
    if last < 0 { nodes[node.parent].firstChild = index } else { nodes[last].next = index }
    nodes[node.parent].lastChild = index
    return index
  }
}
