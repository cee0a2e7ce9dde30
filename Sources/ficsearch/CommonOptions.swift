import ArgumentParser

/// Options of every command that asks the daemon and prints.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The daemon's socket.",
      discussion: "Default: FICSEARCH_SOCKET, your own daemon's if it runs, else the system's.",
      valueName: "path"
    )
  )
  var socket: String?

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is honoured.")
  var color: Session.ColorChoice = .auto

  @Flag(inversion: .prefixedNo, help: "Use a pager where the text is longer than the terminal.")
  var pager = true

  @Flag(help: "Print JSON Lines.")
  var json = false

  /// What these options say.
  var session: Session { Session(socket: socket, color: color, usesPager: pager, json: json) }
}

extension Session.ColorChoice: ExpressibleByArgument {}
