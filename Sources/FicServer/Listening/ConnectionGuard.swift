import FicModel
import FicWire
import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Keeps one connection from harming the others: says what is wrong with what is no HTTP, and
/// closes on a peer that sends too slowly, takes too slowly, or nothing at all.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let requestLineBytes: Int
  private let logger: Logger
  private var state: ConnectionState
  private var ticks: RepeatedTask?

  /// How often a connection is looked at; a peer may take so much longer than its limit.
  private static let interval = TimeAmount.milliseconds(250)

  init(limits: ConnectionState.Limits, requestLineBytes: Int, logger: Logger) {
    self.requestLineBytes = requestLineBytes
    self.logger = logger
    state = ConnectionState(limits: limits, now: .now)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    ticks = context.eventLoop.scheduleRepeatedTask(
      initialDelay: Self.interval,
      delay: Self.interval
    ) { _ in
      let (handler, context) = bound.value
      guard handler.state.isOverdue(at: .now) else { return }
      handler.logger.debug("closed a connection whose peer took too long")
      context.close(promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    ticks?.cancel()
    ticks = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      state.receivedHead(isLast: head.headerFields[.connection] == "close", now: .now)
    case .body: break
    case .end: state.receivedEnd()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { state.answered(now: .now) }
    let written = promise ?? context.eventLoop.makePromise()
    state.startedWrite(now: .now)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in bound.value.state.finishedWrite(now: .now) }
    context.write(data, promise: written)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    guard state.receivedGarbage(now: .now) else {
      context.fireErrorCaught(error)
      return
    }
    refuse(context, with: problem(for: error))
  }

  /// Answers and closes our side.
  ///
  /// The peer's side stays open for a moment: what is closed with unread bytes makes the peer's
  /// next read or write fail, and it would not see why.
  private func refuse(_ context: ChannelHandlerContext, with problem: Problem) {
    var buffer = context.channel.allocator.buffer(capacity: 256)
    buffer.writeBytes(problem.jsonBytes)
    var head = HTTPResponse(status: .init(code: problem.status))
    head.headerFields[.contentType] = WireVersion.problem
    head.headerFields[.contentLength] = String(buffer.readableBytes)
    head.headerFields[.connection] = "close"
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(buffer)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(mode: .output, promise: nil)
  }

  private func problem(for error: HTTPParserError) -> Problem {
    if error == .headerOverflow {
      return Problem(
        code: "request_too_long",
        status: 414,
        detail: "the request line or a header is longer than \(requestLineBytes) bytes",
        hint: "ask a shorter query; server.requestLineBytes is the bound"
      )
    }
    return Problem(
      code: "not_http",
      status: 400,
      detail: "what was sent is no HTTP/1.1 request",
      hint: "speak HTTP, for example: curl --unix-socket SOCKET http://localhost/v1/status"
    )
  }
}
