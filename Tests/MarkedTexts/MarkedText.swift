package import FicModel

/// A fixture with its expectations marked inside it, as in `⟦“Go,”⟧ said Smith.`.
///
/// `⟦` and `⟧` mark a span; marks may nest. A label may stand before a bar: `⟦thought|‘No,’⟧`. What
/// the labels mean is the test's matter.
package struct MarkedText: Hashable, Sendable {
  /// A marked span.
  package struct Mark: Hashable, Sendable {
    /// What stands before the bar; empty where there is no bar.
    package var label: String

    /// Where it is in the text without marks.
    package var span: TextSpan

    /// Creates a mark.
    package init(label: String, span: TextSpan) {
      self.label = label
      self.span = span
    }
  }

  /// The text without marks, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// The marked spans, in the order of their opening marks.
  package private(set) var marks: [Mark] = []

  /// Reads a fixture.
  ///
  /// A closing mark that nothing opened, and a mark that nothing closes, count for
  /// nothing.
  package init(_ fixture: String) {
    var open: [Int] = []
    var rest = Array(fixture.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦":
        var label = ""
        if let bar = rest.firstIndex(of: "|"), rest[..<bar].allSatisfy(Self.isLabel) {
          for scalar in rest[..<bar] { label.unicodeScalars.append(scalar) }
          rest = rest[(bar + 1)...]
        }
        open.append(marks.count)
        marks.append(Mark(label: label, span: TextSpan(bytes.count, bytes.count)))
      case "⟧":
        guard let index = open.popLast() else { continue }
        marks[index].span.end = bytes.count
      default:
        bytes += Array(String(scalar).utf8)
      }
    }
  }

  /// The fixture that marks these spans, which must not cross, in this text.
  package static func rendered(_ bytes: [UInt8], _ marks: [Mark]) -> String {
    var result: [UInt8] = []
    let ordered = marks.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var pending = ordered[...]
    var ends: [Int] = []
    for offset in 0...bytes.count {
      while let end = ends.last, end <= offset {
        result += Array("⟧".utf8)
        ends.removeLast()
      }
      while let mark = pending.first, mark.span.start <= offset {
        result += Array("⟦\(mark.label.isEmpty ? "" : mark.label + "|")".utf8)
        ends.append(mark.span.end)
        pending = pending.dropFirst()
      }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isLowercase || scalar == "_" || scalar == " "
      || ("0"..."9").contains(scalar)
  }
}
