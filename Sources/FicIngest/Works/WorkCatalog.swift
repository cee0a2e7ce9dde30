import FicIndex
import FicModel

/// The works of an index by what names them, kept up to date while a run writes.
struct WorkCatalog {
  private var sources: [String: SourceRecord] = [:]
  private var places: [WorkID: Set<String>] = [:]
  private var worksByName: [String: Set<WorkID>] = [:]
  private var identities: [WorkID: String]
  private var owners: [String: WorkID]

  /// Places that the archive does not have any more; nothing there is chosen.
  var gone: Set<String> = []

  /// Creates a catalog of what an index has.
  init(sources: [SourceRecord], identities: [(id: WorkID, identity: String)]) {
    self.identities = Dictionary(
      identities.map { ($0.id, $0.identity) },
      uniquingKeysWith: { first, _ in first }
    )
    owners = Dictionary(
      identities.map { ($0.identity, $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
    for source in sources { put(source) }
  }

  /// Every source, by place.
  var all: [SourceRecord] { sources.values.sorted { $0.place < $1.place } }

  /// Every work.
  var works: Set<WorkID> { Set(identities.keys) }

  /// The source at a place.
  func source(at place: String) -> SourceRecord? { sources[place] }

  /// The sources of a work, by place.
  func sources(of work: WorkID) -> [SourceRecord] {
    (places[work] ?? []).sorted().compactMap { sources[$0] }
  }

  /// The best source of a work that can be read; nil where there is none.
  func best(of work: WorkID) -> SourceRecord? {
    sources(of: work).filter { $0.isReadable && !gone.contains($0.place) }
      .reduce(nil as SourceRecord?) { best, source in
        best.map { source.isBetter(than: $0) ? source : $0 } ?? source
      }
  }

  /// The works some source of which has an address or a name, by id.
  func works(named name: String) -> [WorkID] {
    (worksByName[name] ?? []).sorted().filter { work in
      sources(of: work).contains { $0.address == name || $0.name == name }
    }
  }

  /// What identifies a stored work.
  func identity(of work: WorkID) -> String? { identities[work] }

  /// What a new work is identified by: its address, its name or how its text begins; where another
  /// work has that, the name and how its text begins, with a number behind it where need be.
  func newIdentity(_ names: WorkNames, _ opening: TextOpening) -> String {
    let wanted = names.identity(opening)
    if owners[wanted] == nil { return wanted }
    let long = wanted + "\u{1F}" + opening.text
    if owners[long] == nil { return long }
    var number = 2
    while owners["\(long)\u{1F}\(number)"] != nil { number += 1 }
    return "\(long)\u{1F}\(number)"
  }

  /// Notes a work.
  mutating func note(_ work: WorkID, identity: String) {
    identities[work] = identity
    owners[identity] = work
  }

  /// Notes a source in place of the one at its place.
  mutating func put(_ source: SourceRecord) {
    remove(source.place)
    if source.isChosen {
      for place in places[source.work] ?? [] { sources[place]?.isChosen = false }
    }
    sources[source.place] = source
    places[source.work, default: []].insert(source.place)
    for name in [source.address, source.name] {
      if let name { worksByName[name, default: []].insert(source.work) }
    }
  }

  /// Forgets the source at a place.
  mutating func remove(_ place: String) {
    guard let source = sources.removeValue(forKey: place) else { return }
    places[source.work]?.remove(place)
  }

  /// Forgets a work.
  mutating func remove(_ work: WorkID) {
    for place in places[work] ?? [] { sources[place] = nil }
    places[work] = nil
    if let identity = identities.removeValue(forKey: work) { owners[identity] = nil }
  }
}
