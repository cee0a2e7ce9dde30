import FicModel
import FicWire

/// Who talks with whom, as a graph for other programs: people are nodes, lines between two of them
/// the weight of an edge.
struct CastGraph {
  private enum Format {
    case gexf, graphml, dot
  }

  /// How much two people say to each other; both are places in the list of members.
  struct Edge {
    var source: Int
    var target: Int
    var lines: Int
  }

  private let format: Format
  private let members: [CastEntry]
  private let edges: [Edge]

  /// Takes casts; nil where a view is no graph.
  init?(_ members: [CastEntry], _ view: CastParameters.View) {
    switch view {
    case .gexf: format = .gexf
    case .graphml: format = .graphml
    case .dot: format = .dot
    case .list, .grid, .timeline: return nil
    }
    self.members = members
    edges = Self.edges(of: members)
  }

  /// Who talks to whom among members, each pair once.
  static func edges(of members: [CastEntry]) -> [Edge] {
    var edges: [Edge] = []
    for (source, member) in members.enumerated() {
      for partner in member.talksWith {
        let target = members.indices.first {
          $0 > source && members[$0].work.id == member.work.id && members[$0].name == partner.name
        }
        if let target {
          edges.append(Edge(source: source, target: target, lines: partner.lines))
        }
      }
    }
    return edges
  }

  /// The graph; the same cast gives the same text.
  var text: String {
    switch format {
    case .gexf: gexf
    case .graphml: graphML
    case .dot: dot
    }
  }

  private var gexf: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <graph mode="static" defaultedgetype="undirected">
          <attributes class="node">
            <attribute id="work" title="work" type="string"/>
            <attribute id="lines" title="lines" type="integer"/>
          </attributes>
          <nodes>

      """
    for (index, member) in members.enumerated() {
      text += """
              <node id="\(index)" label="\(XMLText.attribute(member.name))">
                <attvalues>
                  <attvalue for="work" value="\(XMLText.attribute(member.work.title))"/>
                  <attvalue for="lines" value="\(member.lines)"/>
                </attvalues>
              </node>

        """
    }
    text += "    </nodes>\n    <edges>\n"
    for (index, edge) in edges.enumerated() {
      text +=
        "      <edge id=\"\(index)\" source=\"\(edge.source)\" target=\"\(edge.target)\""
        + " weight=\"\(edge.lines)\"/>\n"
    }
    return text + "    </edges>\n  </graph>\n</gexf>\n"
  }

  private var graphML: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="work" for="node" attr.name="work" attr.type="string"/>
        <key id="lines" for="node" attr.name="lines" attr.type="int"/>
        <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
        <graph edgedefault="undirected">

      """
    for (index, member) in members.enumerated() {
      text += """
            <node id="n\(index)">
              <data key="name">\(XMLText.content(member.name))</data>
              <data key="work">\(XMLText.content(member.work.title))</data>
              <data key="lines">\(member.lines)</data>
            </node>

        """
    }
    for edge in edges {
      text +=
        "    <edge source=\"n\(edge.source)\" target=\"n\(edge.target)\">"
        + "<data key=\"weight\">\(edge.lines)</data></edge>\n"
    }
    return text + "  </graph>\n</graphml>\n"
  }

  private var dot: String {
    var text = "graph cast {\n"
    for (index, member) in members.enumerated() {
      text += "  n\(index) [label=\(Self.quoted(member.name)), lines=\(member.lines)];\n"
    }
    for edge in edges {
      text +=
        "  n\(edge.source) -- n\(edge.target) [weight=\(edge.lines), "
        + "label=\"\(edge.lines)\"];\n"
    }
    return text + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    let inner = SafeText.visible(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + inner + "\""
  }
}
