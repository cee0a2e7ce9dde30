import FicModel
import FicWire
import Glibc

/// Whom to ask and how to show the answer, for one run of the program.
struct Session: Equatable {
  /// When to use colours.
  enum ColorChoice: String, CaseIterable {
    case auto, always, never
  }

  /// The socket that the user named.
  var socket: String?

  /// When to use colours.
  var color = ColorChoice.auto

  /// Whether a long text goes through a pager.
  var usesPager = true

  /// The form of the answer.
  var form = AnswerForm.text

  /// Asks the daemon, and copies the answer to standard output, or through the pager where it is
  /// longer than the terminal.
  ///
  /// - Parameters:
  ///   - request: What to ask; the form is added.
  ///   - streams: Whether each piece is shown as it comes.
  /// - Throws: `ClientError`; the `ExitStatus` that the daemon tells, but for `found`.
  func show(_ request: DaemonRequest, streams: Bool = false) throws {
    let isPaged = form == .text && !streams && usesPager && Terminal.isTerminal(STDOUT_FILENO)
    var output = StandardOutput()
    var held: [UInt8] = []
    let response = try send(request) { response, piece in
      if isPaged || response.status >= 400 && form == .text {
        held += piece
      } else {
        output.write(bytes: piece)
        if streams { output.flush() }
      }
    }
    if response.status >= 400 && form == .text {
      StandardError.write(bytes: held)
    } else if !isPaged || !Pager.show(held, from: line(of: response)) {
      output.write(bytes: held[...])
    }
    output.flush()
    if let failure = response.fields[ExitStatus.failureHeader.lowercased()] {
      StandardError.write(APIPath.decodeSegment(failure) ?? failure)
    }
    let exit = try exit(of: response)
    if exit != .found { throw exit }
  }

  /// The answer in text, which is not shown.
  ///
  /// - Parameter request: What to ask.
  /// - Returns: The text.
  /// - Throws: `ClientError`; the `ExitStatus` of an error, which was said.
  func text(_ request: DaemonRequest) throws -> String {
    var bytes: [UInt8] = []
    var asked = self
    asked.form = .text
    let response = try asked.send(request) { _, piece in bytes += piece }
    let exit = try exit(of: response)
    if exit == .found { return String(decoding: bytes, as: UTF8.self) }
    StandardError.write(bytes: bytes)
    throw exit
  }

  /// Sends a question whose answer is to be text, and hands on its body as it comes.
  ///
  /// - Parameters:
  ///   - target: What to ask.
  ///   - patience: How long to wait for the next bytes, in milliseconds.
  ///   - take: Gets each piece of the body, with the head.
  /// - Returns: The answer's head.
  /// - Throws: `ClientError`.
  func raw(
    _ target: String,
    patience: Int,
    _ take: (HTTPResponse, ArraySlice<UInt8>) -> Void
  ) throws(ClientError) -> HTTPResponse {
    let target = APIPath.target(target, FormParameters(form: .text).items)
    return try DaemonRequest(target: target).send(to: path, patience: patience, take: take)
  }

  /// Hands a message of another program on to the daemon, as it is.
  ///
  /// - Parameter message: The message.
  /// - Returns: The answer; one that is no message is in words.
  /// - Throws: `ClientError`.
  func pass(_ message: [UInt8]) throws(ClientError) -> (head: HTTPResponse, body: [UInt8]) {
    let target = APIPath.target(APIPath.mcp, FormParameters(form: .text).items)
    var body: [UInt8] = []
    let head = try DaemonRequest(method: "POST", target: target, message: message)
      .send(to: path) { _, piece in body += piece }
    return (head, body)
  }

  private func send(
    _ request: DaemonRequest,
    _ take: (HTTPResponse, ArraySlice<UInt8>) -> Void
  ) throws(ClientError) -> HTTPResponse {
    var request = request
    request.target = APIPath.target(request.target, wanted.items)
    return try request.send(to: path, take: take)
  }

  /// The line at which a pager opens; nil for the first.
  private func line(of response: HTTPResponse) -> Int? {
    response.fields[PassageHeader.line.lowercased()].flatMap { Int($0) }
  }

  private func exit(of response: HTTPResponse) throws(ClientError) -> ExitStatus {
    let number = response.fields[ExitStatus.header.lowercased()].flatMap { Int32($0) }
    guard let exit = number.flatMap(ExitStatus.init) else {
      throw .notUnderstood(socket: path, cause: "HTTP status \(response.status)")
    }
    return exit
  }

  var path: String {
    SocketLocation.path(option: socket, environment: Terminal.environment)
  }

  /// The form, and what the screen is like.
  private var wanted: FormParameters {
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    let columns =
      Terminal.size(of: STDOUT_FILENO)?.columns ?? Terminal.environment("COLUMNS").flatMap(Int.init)
    let usesColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (Terminal.environment("NO_COLOR") ?? "").isEmpty
          && Terminal.environment("TERM") != "dumb"
      }
    var command = CommandWords("ficsearch")
    if let socket { command.append(option: "--socket", quoted: socket) }
    return FormParameters(
      form: form,
      width: min(max(1, columns ?? FormParameters.defaultWidth), 10_000),
      usesColor: form == .text && usesColor,
      isTerminal: isTerminal,
      command: command.text
    )
  }
}
