/// A family of cues: numbers about one candidate of one turn that stand together in a row.
///
/// A cue that tells nothing is 0; counts and distances are folded so that most values lie between
/// 0 and 1.
protocol CueFamily: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
  /// Where the family begins in a row.
  static var first: Int { get }
}

extension CueFamily {
  /// The name of a cue in the table of weights: "TagCue.named".
  var name: String { "\(Self.self).\(self)" }
}
