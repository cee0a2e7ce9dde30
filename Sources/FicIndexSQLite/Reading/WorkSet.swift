/// Works by ordinal: some, or all but some.
struct WorkSet: Hashable {
  /// Those that are in it, or those that are not.
  private(set) var ordinals: Set<Int>

  /// Whether it holds all works but `ordinals`.
  private(set) var isComplement = false

  /// Every work.
  static let all = WorkSet(ordinals: [], isComplement: true)

  /// Creates a set of some works.
  init(_ ordinals: Set<Int>) {
    self.ordinals = ordinals
  }

  private init(ordinals: Set<Int>, isComplement: Bool) {
    self.ordinals = ordinals
    self.isComplement = isComplement
  }

  /// The works, where they are listed; nil of all works but some.
  var listed: Set<Int>? { isComplement ? nil : ordinals }

  /// Whether a work is in it.
  func contains(_ ordinal: Int) -> Bool { ordinals.contains(ordinal) != isComplement }

  /// The SQL test of an ordinal for being in it, where `list` is given `ordinals`.
  func test(_ list: String) -> String {
    "\(isComplement ? "NOT IN" : "IN") (SELECT value FROM json_each(\(list)))"
  }

  /// Every other work.
  var complement: WorkSet { WorkSet(ordinals: ordinals, isComplement: !isComplement) }

  /// The works that are in both.
  func intersection(_ other: WorkSet) -> WorkSet {
    switch (isComplement, other.isComplement) {
    case (false, false): WorkSet(ordinals.intersection(other.ordinals))
    case (false, true): WorkSet(ordinals.subtracting(other.ordinals))
    case (true, false): WorkSet(other.ordinals.subtracting(ordinals))
    case (true, true): WorkSet(ordinals.union(other.ordinals)).complement
    }
  }

  /// The works that are in one of the two.
  func union(_ other: WorkSet) -> WorkSet {
    complement.intersection(other.complement).complement
  }
}
