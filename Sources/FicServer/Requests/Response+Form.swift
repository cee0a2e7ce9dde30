import FicModel
import FicPrinter
import FicWire
import HTTPTypes
import Hummingbird
import NIOCore

extension HTTPField.Name {
  /// How a command ends that gets the answer.
  static let exit = Self(ExitStatus.header)

  /// The line of a text that was asked for.
  static let line = Self(PassageHeader.line)

  /// What went wrong in a stream, percent-encoded.
  static let failure = Self(ExitStatus.failureHeader)
}

extension Response {
  /// An answer in the form that was asked for.
  static func answer(
    _ contents: AnswerContents,
    as wanted: FormParameters,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let printed = contents.printed(as: wanted)
    var response = answer(printed.bytes, contents.exit, as: wanted, status: status)
    if let name = HTTPField.Name.line, let line = printed.line {
      response.headers[name] = "\(line)"
    }
    return response
  }

  /// An answer that is printed already.
  static func answer(
    _ bytes: [UInt8],
    _ exit: ExitStatus,
    as wanted: FormParameters,
    type: String? = nil,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    var response = Response.bytes(bytes, type: type ?? wanted.form.mediaType, status: status)
    response.setExit(exit)
    return response
  }

  /// An answer that is an error.
  static func problem(_ problem: Problem, as wanted: FormParameters) -> Response {
    let contents = AnswerContents.failure(problem)
    let type: String
    switch wanted.form {
    case .json, .jsonl: type = WireVersion.problem
    case .text, .csv: type = AnswerForm.text.mediaType
    case .tei, .html: type = wanted.form.mediaType
    }
    var response = Response.bytes(
      contents.printed(as: wanted).bytes,
      type: type,
      status: .init(code: problem.status)
    )
    response.setExit(contents.exit)
    return response
  }

  private mutating func setExit(_ exit: ExitStatus) {
    if let name = HTTPField.Name.exit { headers[name] = "\(exit.rawValue)" }
  }

  /// An answer of some bytes.
  static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}

extension Request {
  /// What is asked, and in which form the answer is wanted.
  ///
  /// - Throws: `Problem` for what is no list of items, or a form that there is none of.
  func question() throws(Problem) -> (items: QueryItems, form: FormParameters) {
    var items = try QueryItems(encoded: uri.query ?? "")
    let form = try FormParameters(takenFrom: &items, accept: headers[values: .accept])
    return (items, form)
  }

  /// The items of the body and behind the path, and in which form the answer is wanted.
  ///
  /// - Throws: `Problem` for a body that is neither items nor an object of JSON.
  func order() async throws -> (items: QueryItems, form: FormParameters) {
    var (items, form) = try question()
    var request = self
    let body = try await request.collectBody(upTo: Problem.maximumBody)
    guard
      let own = QueryItems(body: Array(body.readableBytesView), type: headers[.contentType])
    else {
      throw Problem.badBody(expected: "an object of JSON, or \(QueryItems.formType)")
    }
    items.append(own)
    return (items, form)
  }
}

extension QueryItems {
  /// Takes out whether to wait for the end of the job that a request starts.
  ///
  /// - Throws: `Problem` for neither true nor false.
  mutating func takeWait() throws(Problem) -> Bool {
    let waits = try flag("wait") ?? false
    remove(["wait"])
    return waits
  }
}
