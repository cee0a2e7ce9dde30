/// The answer to one request over HTTP/1.1, read as it comes.
///
/// What this client needs of RFC 9112: a status, fields, a body whose length a field tells, that
/// comes in chunks, or that the end of the connection ends, and the trailers of chunks.
struct HTTPResponse {
  /// What is wrong with what came.
  struct Malformed: Error {}

  private enum State {
    case head
    case body(left: Int)
    case bodyToEnd, chunkSize
    case chunk(left: Int)
    case chunkEnd, trailers, end
  }

  /// The greatest length of a line, in bytes; the daemon's own lines stay far below.
  private static let maximumLine = 64 << 10

  /// The most trailers and headers.
  private static let maximumFields = 200

  /// The status; 0 until it came.
  private(set) var status = 0

  /// The fields and trailers by name, in lower case.
  private(set) var fields: [String: String] = [:]

  private var state = State.head
  private var pending: [UInt8] = []

  /// Whether the head came.
  var hasHead: Bool { if case .head = state { false } else { true } }

  /// Whether all of it came.
  var isWhole: Bool { if case .end = state { true } else { false } }

  /// Takes bytes.
  ///
  /// - Returns: What is in them of the body.
  /// - Throws: `Malformed`.
  mutating func take(_ bytes: [UInt8]) throws(Malformed) -> ArraySlice<UInt8> {
    pending += bytes
    var body: ArraySlice<UInt8> = []
    var place = 0
    scan: while true {
      switch state {
      case .head, .chunkSize, .chunkEnd, .trailers:
        guard let line = try line(from: &place) else { break scan }
        try read(line: line)
      case .body(let left):
        let part = pending[place...].prefix(left)
        body = Self.joined(body, part)
        place += part.count
        state = part.count == left ? .end : .body(left: left - part.count)
        if case .body = state { break scan }
      case .chunk(let left):
        let part = pending[place...].prefix(left)
        body = Self.joined(body, part)
        place += part.count
        state = part.count == left ? .chunkEnd : .chunk(left: left - part.count)
        if case .chunk = state { break scan }
      case .bodyToEnd:
        body = Self.joined(body, pending[place...])
        place = pending.count
        break scan
      case .end: break scan
      }
    }
    pending.removeFirst(place)
    return body
  }

  /// Says that the connection has ended.
  mutating func finish() {
    if case .bodyToEnd = state { state = .end }
  }

  private static func joined(
    _ first: ArraySlice<UInt8>,
    _ second: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    first.isEmpty ? second : first + second
  }

  /// The line at a place, without its end; nil where that did not come yet.
  private func line(from place: inout Int) throws(Malformed) -> ArraySlice<UInt8>? {
    guard let end = pending[place...].firstIndex(of: UInt8(ascii: "\n")) else {
      if pending.count - place > Self.maximumLine { throw Malformed() }
      return nil
    }
    var line = pending[place..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    place = end + 1
    return line
  }

  private mutating func read(line: ArraySlice<UInt8>) throws(Malformed) {
    switch state {
    case .head where status == 0: try readStatus(line)
    case .head:
      if line.isEmpty { state = try stateOfBody() } else { try readField(line) }
    case .trailers:
      if line.isEmpty { state = .end } else { try readField(line) }
    case .chunkSize:
      let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
      let text = String(decoding: digits, as: UTF8.self)
      guard text.utf8.count <= 15, let size = Int(text, radix: 16), size >= 0 else {
        throw Malformed()
      }
      state = size == 0 ? .trailers : .chunk(left: size)
    case .chunkEnd:
      guard line.isEmpty else { throw Malformed() }
      state = .chunkSize
    case .body, .bodyToEnd, .chunk, .end: throw Malformed()
    }
  }

  /// `HTTP/1.1 200 OK`.
  private mutating func readStatus(_ line: ArraySlice<UInt8>) throws(Malformed) {
    guard line.starts(with: "HTTP/1.".utf8) else { throw Malformed() }
    let digits = line.drop { $0 != UInt8(ascii: " ") }.dropFirst().prefix(3)
    guard let number = Int(String(decoding: digits, as: UTF8.self)), (100...599).contains(number)
    else { throw Malformed() }
    status = number
  }

  private mutating func readField(_ line: ArraySlice<UInt8>) throws(Malformed) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      fields.count < Self.maximumFields
    else { throw Malformed() }
    var value = line[(colon + 1)...]
    while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
    while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
    let name = String(
      decoding: line[..<colon].map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) },
      as: UTF8.self
    )
    fields[name] = String(decoding: value, as: UTF8.self)
  }

  private func stateOfBody() throws(Malformed) -> State {
    if fields["transfer-encoding"] != nil { return .chunkSize }
    guard let length = fields["content-length"] else { return .bodyToEnd }
    guard length.utf8.count <= 18, let count = Int(length), count >= 0 else { throw Malformed() }
    return count == 0 ? .end : .body(left: count)
  }
}
