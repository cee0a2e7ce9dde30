public import ArgumentParser
public import FicWire

/// Options of every command that asks the daemon and prints.
struct CommonOptions: ParsableArguments {
  @OptionGroup var daemon: SocketOption

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is honoured.")
  var color: Session.ColorChoice = .auto

  @Flag(inversion: .prefixedNo, help: "Use a pager where the text is longer than the terminal.")
  var pager = true

  @Option(help: "The form of the answer: text, jsonl (JSON Lines), json, csv, tei or html.")
  var form: AnswerForm?

  @Flag(help: "Print JSON Lines: the same as --form jsonl.")
  var json = false

  func validate() throws {
    if json, let form, form != .jsonl {
      throw ValidationError("--json and --form \(form.rawValue) exclude each other.")
    }
  }

  /// What these options say.
  var session: Session {
    Session(
      socket: daemon.socket,
      color: color,
      usesPager: pager,
      form: form ?? (json ? .jsonl : .text)
    )
  }
}

extension Session.ColorChoice: ExpressibleByArgument {}

extension AnswerForm: ExpressibleByArgument {}
