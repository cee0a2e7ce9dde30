import ArgumentParser

/// Which daemon to ask.
struct SocketOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The daemon's socket.",
      discussion: "Default: FICSEARCH_SOCKET, your own daemon's if it runs, else the system's.",
      valueName: "path"
    )
  )
  var socket: String?
}
