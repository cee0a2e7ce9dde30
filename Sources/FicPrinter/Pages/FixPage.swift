package import FicModel
import FicWire

/// What may be said of a line: who speaks, to whom, that nobody does, that a scene begins.
package struct FixPage {
  /// The REF of the line.
  package var ref: String
  /// The work.
  package var work: WorkLabel
  /// What stands there.
  package var line: String
  /// Who speaks as far as is known; nil for nobody known.
  package var speaker: String?
  /// Whether something is said in it.
  package var isSaid: Bool
  /// Who may be meant: the cast of the work.
  package var people: [String]
  /// The last chapter of which anybody may be named.
  package var upto: Int?

  /// Creates a page.
  package init(
    ref: String,
    work: WorkLabel,
    line: String,
    speaker: String?,
    isSaid: Bool,
    people: [String],
    upto: Int? = nil
  ) {
    self.ref = ref
    self.work = work
    self.line = line
    self.speaker = speaker
    self.isSaid = isSaid
    self.people = people
    self.upto = upto
  }

  /// The page.
  package var html: String {
    // Who is only named later is somebody until then.
    let speaker = upto == nil ? speaker : speaker.flatMap { people.contains($0) ? $0 : nil }
    let who = SafeText.visible(speaker ?? "somebody")
    let now =
      isSaid
      ? "So far: \(who)"
      : "So far nothing is read as said here."
    return PageFrame(title: "Correct \(ref)", upto: upto).page(
      "fix",
      [
        "ref": ref, "workTitle": SafeText.visible(work.title), "line": SafeText.visible(line),
        "back": PagePath.read(ref, upto: upto), "action": PagePath.fix(ref, upto: upto), "now": now,
        "speaker": speaker ?? "", "people": people,
      ]
    )
  }
}
