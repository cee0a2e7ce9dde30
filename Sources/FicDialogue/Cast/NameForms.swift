/// The forms of names of a work, each with a number.
struct NameForms: Sendable {
  private struct Step: Hashable {
    var node: Int32
    var word: Int32
  }

  /// Every form.
  private(set) var forms: [NameForm] = []
  private var steps: [Step: Int32] = [:]
  private var formOfNode: [Int32] = [-1]

  subscript(index: Int) -> NameForm {
    get { forms[index] }
    set { forms[index] = newValue }
  }

  /// The number of forms.
  var count: Int { forms.count }

  /// The number of a form, which is made where it is new.
  ///
  /// Complexity: O(number of words).
  mutating func intern(
    title: Int32,
    words: [Int32],
    chapter: Int,
    start: Int,
    end: Int
  ) -> Int {
    var node = step(from: 0, by: title)
    for word in words { node = step(from: node, by: word) }
    if formOfNode[Int(node)] < 0 {
      formOfNode[Int(node)] = Int32(forms.count)
      forms.append(
        NameForm(title: title, words: words, chapter: chapter, start: start, end: end)
      )
    }
    return Int(formOfNode[Int(node)])
  }

  /// The number of a form that may be there.
  func find(title: Int32 = -1, words: [Int32]) -> Int? {
    guard var node = steps[Step(node: 0, word: title)] else { return nil }
    for word in words {
      guard let next = steps[Step(node: node, word: word)] else { return nil }
      node = next
    }
    let form = formOfNode[Int(node)]
    return form < 0 ? nil : Int(form)
  }

  private mutating func step(from node: Int32, by word: Int32) -> Int32 {
    if let next = steps[Step(node: node, word: word)] { return next }
    let next = Int32(formOfNode.count)
    steps[Step(node: node, word: word)] = next
    formOfNode.append(-1)
    return next
  }
}
