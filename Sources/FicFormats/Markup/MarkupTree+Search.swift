extension MarkupTree {
  /// The name of an element; empty for a text.
  func name(_ node: Int) -> String { nodes[node].name }

  /// Whether a node is a text.
  func isText(_ node: Int) -> Bool { nodes[node].name.isEmpty && node > 0 }

  /// The children of a node, in order.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var child = nodes[node].firstChild
    while child >= 0 {
      children.append(child)
      child = nodes[child].next
    }
    return children
  }

  /// The node that follows `node` and all that is in it, inside `root`; nil at the end.
  func following(_ node: Int, in root: Int) -> Int? {
    var node = node
    while node != root, node > 0 {
      if nodes[node].next >= 0 { return nodes[node].next }
      node = nodes[node].parent
    }
    return nil
  }

  /// All nodes inside `root`, in order, without the root.
  func descendants(of root: Int) -> Range<Int> {
    // Nodes stand in the order of the file, so what is in a node follows it directly.
    (root + 1)..<max(root + 1, following(root, in: 0) ?? nodes.count)
  }

  /// The value of an attribute; nil where the element has none.
  func attribute(_ name: String, of node: Int) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// Whether `name` is one of an element's classes.
  func hasClass(_ name: String, _ node: Int) -> Bool { classes(of: node).contains { $0 == name } }

  /// The classes of an element.
  func classes(of node: Int) -> [Substring] {
    attribute("class", of: node)?.split { $0.isWhitespace } ?? []
  }

  /// The first element inside `root` for which `isMatch` holds.
  func first(in root: Int = 0, where isMatch: (Int) -> Bool) -> Int? {
    descendants(of: root).first { !nodes[$0].name.isEmpty && isMatch($0) }
  }

  /// The first element of a name.
  func first(_ name: String, in root: Int = 0) -> Int? {
    first(in: root) { nodes[$0].name == name }
  }

  /// The first element with an id.
  func first(id: String, in root: Int = 0) -> Int? {
    first(in: root) { attribute("id", of: $0) == id }
  }

  /// The elements inside `root` by their ids; of several with one id, the first.
  ///
  /// Complexity: linear, where asking for each id would not be.
  func ids(in root: Int) -> [String: Int] {
    var ids: [String: Int] = [:]
    for node in descendants(of: root) {
      if let id = attribute("id", of: node), ids[id] == nil { ids[id] = node }
    }
    return ids
  }

  /// The elements of a name, in order.
  func all(_ name: String, in root: Int = 0) -> [Int] {
    descendants(of: root).filter { nodes[$0].name == name }
  }

  /// The text in a node, white space folded.
  ///
  /// Texts that only elements part stand directly beside each other; line breaks are spaces.
  func words(of node: Int) -> String {
    HeaderValue.folded(String(decoding: rawText(of: node), as: UTF8.self))
  }

  /// The text in a node as it stands there.
  func rawText(of node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    if isText(node) { bytes += text[nodes[node].text] }
    forEachShown(in: node) { inner in
      if nodes[inner].name.isEmpty {
        bytes += text[nodes[inner].text]
      } else if nodes[inner].name == "br" || nodes[inner].name == "p" {
        bytes.append(0x20)
      }
    }
    return bytes
  }

  /// How many bytes other than white space the texts in a node have, scripts and styles left out.
  func visibleBytes(in node: Int) -> Int {
    var count = 0
    forEachShown(in: node) { inner in
      guard nodes[inner].name.isEmpty else { return }
      let parent = nodes[nodes[inner].parent].name
      if parent == "script" || parent == "style" { return }
      count += text[nodes[inner].text].count { $0 > 0x20 }
    }
    return count
  }

  /// Visits all nodes inside `root` that are not left out, in order.
  private func forEachShown(in root: Int, _ body: (Int) -> Void) {
    let nodes = descendants(of: root)
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      if self.nodes[node].isHidden {
        node = descendants(of: node).upperBound
      } else {
        body(node)
        node += 1
      }
    }
  }
}
