public import FicModel

/// From when on changes are asked for, as `since` of `/v1/changes` writes it.
public enum ChangesStart: Hashable, Sendable {
  /// `last`: those of the last run that changed anything.
  case last
  /// `30m`, `12h`, `7d`, `2w`, `1y`: so many seconds before now.
  case ago(Int)
  /// `2024-05-01T12:30Z`: a moment in seconds since 1970.
  case utc(Int)
  /// `2024-05-01`, `2024-05-01T12:30`: the same by the clock on the daemon's wall.
  case local(Int)

  private static let seconds: [Character: Int] = [
    "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000,
  ]

  /// Reads the written form.
  ///
  /// Throws: `Problem` `bad_parameter` for anything else.
  public init(_ text: String) throws(Problem) {
    if text == "last" {
      self = .last
    } else if let moment = UTCTime.seconds(text) {
      self = text.hasSuffix("Z") ? .utc(moment) : .local(moment)
    } else if let unit = text.last.flatMap({ Self.seconds[$0] }), text.utf8.count <= 6,
      let number = Int(text.dropLast()), number >= 0
    {
      self = .ago(number * unit)
    } else {
      throw .badParameter(
        "since",
        text,
        expected: "a day such as 2024-05-01, a time such as 2024-05-01T12:30, "
          + "a while such as 30m, 12h, 7d, 2w or 1y, or last"
      )
    }
  }
}
