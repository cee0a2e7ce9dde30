import ArgumentParser
import FicWire

/// Corrects what was read of a line.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Say who speaks a line, that it is no speech, or that a scene begins with it.",
    discussion: """
      REF stands below each hit. What you say is certain: the lines around it are read anew, and
      it outlasts a new reading and an edit elsewhere. It is kept beside the index, by the words
      of the line; 'ficsearch status' lists what no longer fits.

        ficsearch fix k7f2qdmx:3:1045 --speaker "Mrs Smith" --to Dace
        ficsearch fix k7f2qdmx:3:1045 --undo
        ficsearch fix --list
      """
  )

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("Who says it.", valueName: "name"))
  var speaker: String?

  @Option(help: ArgumentHelp("Whom it is to; may be given several times.", valueName: "name"))
  var to: [String] = []

  @Flag(help: "What stands in quotation marks is no speech.")
  var notSpeech = false

  @Flag(help: "A scene begins with the line.")
  var sceneBreak = false

  @Flag(help: "Take back what was said of the line.")
  var undo = false

  @Flag(help: "List what is set.")
  var list = false

  @Option(
    help: ArgumentHelp("With --list: only of the work of this title or id.", valueName: "work")
  )
  var work: String?

  @Flag(inversion: .prefixedNo, help: "Wait until the work was read again.")
  var wait = true

  @Argument(help: "The REF of the line.")
  var ref: String?

  func validate() throws {
    let said = speaker != nil || !to.isEmpty
    let wishes = [said, notSpeech, sceneBreak, undo, list].filter(\.self).count
    guard wishes == 1 else {
      throw ValidationError(
        wishes == 0
          ? "Say what is so: --speaker NAME, --to NAME, --not-speech, --scene-break or --undo."
          : "Say one thing at a time."
      )
    }
    guard (ref == nil) == list else {
      throw ValidationError(
        list ? "--list takes no REF." : "Which line? Name it by its REF, which stands below a hit."
      )
    }
    guard work == nil || list else { throw ValidationError("--work belongs to --list.") }
  }

  func run() throws {
    let session = options.session
    guard let ref else {
      return try session.show(DaemonRequest(target: APIPath.corrections(work: work)))
    }
    if undo {
      let target = APIPath.corrections(ref: ref)
      return try session.follow(DaemonRequest(method: "DELETE", target: target), waits: wait)
    }
    let request = CorrectionRequest(
      ref: ref,
      verdict: notSpeech ? .notSpeech : sceneBreak ? .sceneBreak : .said,
      speaker: speaker ?? "",
      addressees: to
    )
    try session.follow(
      DaemonRequest(method: "PUT", target: APIPath.corrections, body: request.items),
      waits: wait
    )
  }
}
