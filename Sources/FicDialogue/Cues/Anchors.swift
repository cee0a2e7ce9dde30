/// Whom the tags and beats of a chapter's turns name, scene by scene.
struct Anchors {
  /// What the scene so far has of a member.
  struct State: Sendable {
    /// How many turns of the scene are its anchors, and how many of them were passed.
    var total = 0
    var before = 0
    /// How many of them are messages.
    var messages = 0
    /// The last that was passed and the first that was not, or -1.
    var last = -1
    var next = -1
    /// How many turns of the scene speak to it.
    var calls = 0
    fileprivate var scene = -1
  }

  /// Anchors this far away tell little, and the lists stay short.
  private static let nearest = 5

  /// More people than that are not called in a scene, but in a roll call.
  private static let mostCalled = 8

  private var members: [Int] = []
  /// The next anchor of the same member, or -1.
  private var links: [Int] = []
  private var states: [State]
  private var scene = 0
  /// The turns of the scene.
  private var range = 0..<0

  /// Whom turns of the scene speak to: the first few.
  private(set) var called: [Int] = []
  /// Which turns of the chapter are messages.
  private var areMessages: [Bool] = []

  /// How many anchors the scene has, how many of them are messages, and how many people have any.
  private(set) var total = 0
  private(set) var messages = 0
  private(set) var people = 0

  /// Creates anchors of nobody, of a cast of so many.
  init(members: Int) {
    states = [State](repeating: State(), count: members)
  }

  /// How many turns the scene has.
  var turns: Int { range.count }

  /// Takes the turns of a chapter; `narrators` holds who is "I" in each scene.
  mutating func begin(_ turns: [Turn], narrators: [Int?]) {
    members = turns.map { turn in
      let narrator = narrators.indices.contains(turn.scene) ? narrators[turn.scene] : nil
      let finding = turn.tag ?? turn.following ?? turn.leading
      switch finding?.subject.kind {
      case .member(let member)?, .described(let member)?: return member
      case .narrator?: return narrator ?? -1
      default: return -1
      }
    }
    areMessages = turns.map(\.isMessage)
    links = [Int](repeating: -1, count: turns.count)
    range = 0..<0
  }

  /// Takes in a scene: the turns from `first` on.
  mutating func enter(_ turns: [Turn], from first: Int) {
    scene += 1
    total = 0
    messages = 0
    people = 0
    called.removeAll(keepingCapacity: true)
    var end = first
    while end < turns.count, turns[end].scene == turns[first].scene { end += 1 }
    range = first..<end
    for index in range.reversed() {
      for member in turns[index].vocatives {
        if state(of: member).calls == 0, called.count < Self.mostCalled { called.append(member) }
        change(member) { $0.calls += 1 }
      }
      let member = members[index]
      guard member >= 0 else { continue }
      total += 1
      let isMessage = areMessages[index]
      if isMessage { messages += 1 }
      let known = state(of: member)
      links[index] = known.next
      change(member) {
        $0.next = index
        $0.total += 1
        if isMessage { $0.messages += 1 }
      }
      if known.total == 0 { people += 1 }
    }
  }

  /// Passes a turn.
  mutating func pass(_ index: Int) {
    let member = members[index]
    guard member >= 0 else { return }
    let next = links[index]
    change(member) {
      $0.before += 1
      $0.last = index
      $0.next = next
    }
  }

  private mutating func change(_ member: Int, _ body: (inout State) -> Void) {
    if states[member].scene != scene {
      states[member] = State()
      states[member].scene = scene
    }
    body(&states[member])
  }

  /// What the scene has of a member.
  func state(of member: Int) -> State {
    states[member].scene == scene ? states[member] : State()
  }

  /// How many turns of the scene speak to a member.
  func calls(of member: Int) -> Int { state(of: member).calls }

  /// Whose anchor a turn of the scene is, or -1.
  func member(of index: Int) -> Int { range.contains(index) ? members[index] : -1 }

  /// The next anchor of the member whose anchor a turn is, or -1.
  func following(_ index: Int) -> Int { links[index] }

  /// Whose anchors are nearest to a turn of the scene, on both sides.
  func nearest(to index: Int, _ body: (Int) -> Void) {
    var before = index - 1
    var after = index + 1
    var found = 0
    let limit = 40
    while found < 2 * Self.nearest, before >= range.lowerBound || after < range.upperBound,
      after - index < limit
    {
      if before >= range.lowerBound, members[before] >= 0 {
        body(members[before])
        found += 1
      }
      if after < range.upperBound, members[after] >= 0 {
        body(members[after])
        found += 1
      }
      before -= 1
      after += 1
    }
  }
}
