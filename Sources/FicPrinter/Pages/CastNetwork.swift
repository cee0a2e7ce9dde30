import FicModel
import Glibc

/// Who talks to whom, drawn: people on a circle, between them lines as thick as they talk.
struct CastNetwork {
  /// The most people of a drawing that can still be read.
  private static let most = 24

  private static let size = 640.0
  private static let radius = 200.0

  private let members: [CastEntry]
  private let edges: [CastGraph.Edge]
  private let upto: Int?

  /// Takes the cast of a work; nil where nobody talks to anybody.
  init?(_ cast: [CastEntry], upto: Int?) {
    let members = Array(cast.prefix(Self.most))
    let edges = CastGraph.edges(of: members)
    guard !edges.isEmpty else { return nil }
    let spoken = Set(edges.flatMap { [$0.source, $0.target] })
    // Who talks to nobody of the others has no place on the circle.
    self.members = members.indices.filter(spoken.contains).map { members[$0] }
    self.edges = CastGraph.edges(of: self.members)
    self.upto = upto
  }

  /// The drawing; the same cast gives the same text.
  var svg: String {
    let places = members.indices.map(place)
    let most = Double(edges.map(\.lines).max() ?? 1)
    var text =
      "<svg viewBox=\"0 0 \(Int(Self.size)) \(Int(Self.size))\" role=\"group\" "
      + "aria-label=\"\(XMLText.attribute(spoken))\">\n"
    for edge in edges {
      let (from, to) = (places[edge.source], places[edge.target])
      let width = Self.figure(1 + 7 * (Double(edge.lines) / most).squareRoot())
      let names = "\(members[edge.source].name) and \(members[edge.target].name)"
      text +=
        "<line x1=\"\(Self.figure(from.x))\" y1=\"\(Self.figure(from.y))\" "
        + "x2=\"\(Self.figure(to.x))\" y2=\"\(Self.figure(to.y))\" stroke-width=\"\(width)\">"
        + "<title>\(XMLText.content("\(names): \(Phrases.count(edge.lines, "line"))"))</title>"
        + "</line>\n"
    }
    for (member, place) in zip(members, places) {
      let href = PagePath.lines(of: member.name, in: member.work.id, upto: upto)
      let anchor =
        place.x > Self.size / 2 + 1 ? "start" : place.x < Self.size / 2 - 1 ? "end" : "middle"
      let gap = anchor == "start" ? 10.0 : anchor == "end" ? -10.0 : 0
      let rise = anchor == "middle" ? (place.y < Self.size / 2 ? -12.0 : 22.0) : 5.0
      text +=
        "<a href=\"\(XMLText.attribute(href))\">"
        + "<circle cx=\"\(Self.figure(place.x))\" cy=\"\(Self.figure(place.y))\" r=\"6\"/>"
        + "<text x=\"\(Self.figure(place.x + gap))\" y=\"\(Self.figure(place.y + rise))\" "
        + "text-anchor=\"\(anchor)\">\(XMLText.content(Self.cut(member.name)))</text></a>\n"
    }
    return text + "</svg>"
  }

  /// What is drawn, for those who do not see it: the pairs that talk most.
  private var spoken: String {
    let pairs = edges.sorted { ($1.lines, $0.source) < ($0.lines, $1.source) }.prefix(6).map {
      "\(members[$0.source].name) and \(members[$0.target].name), \($0.lines)"
    }
    return "Who talks to whom: " + pairs.joined(separator: "; ")
  }

  /// The place of the one of that number, from the top clockwise.
  private func place(_ index: Int) -> (x: Double, y: Double) {
    let angle = 2 * Double.pi * Double(index) / Double(members.count)
    return (Self.size / 2 + Self.radius * sin(angle), Self.size / 2 - Self.radius * cos(angle))
  }

  private static func figure(_ value: Double) -> String { String((value * 10).rounded() / 10) }

  private static func cut(_ name: String) -> String {
    let name = SafeText.visible(name)
    return name.count > 22 ? name.prefix(21) + "…" : name
  }
}
