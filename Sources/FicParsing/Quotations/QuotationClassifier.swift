import FicModel

/// Tells what the quotations of a paragraph are by their marks and by what stands around them.
///
/// Titles, signs, words talked about and scare quotes stand in marks like speech does. They show by
/// their place inside a sentence, by what leads to them, and by the stop that speech would end
/// with.
struct QuotationClassifier: Sendable {
  /// The paragraph.
  let prose: Prose

  /// How the chapter sets its dialogue.
  let style: QuotationStyle

  /// The kinds of the paragraph's quotations, given in reading order.
  func kinds(of found: [FoundQuotation]) -> [UtteranceKind] {
    var kinds: [UtteranceKind] = []
    var last: (end: Int, kind: UtteranceKind)?
    for quotation in found {
      let context = QuotationContext(quotation, in: prose, style: style, after: last?.end)
      let kind = kind(of: quotation, context, after: last?.kind)
      kinds.append(kind)
      if kind != .notSpeech { last = (quotation.quotation.span.end, kind) }
    }
    return kinds
  }

  private func kind(
    of found: FoundQuotation,
    _ context: QuotationContext,
    after last: UtteranceKind?
  ) -> UtteranceKind {
    if context.isNickname { return .notSpeech }
    switch context.tag {
    case .thinking: return .thought
    case .writing: return .textMessage
    case .saying: return .speech
    case nil: break
    }
    let isInner = found.family == .single && !style.singlesAreOuter
    guard isInner ? context.isSurelySpeech : context.isSpeech else { return .notSpeech }
    if context.isLedByThinking { return .thought }
    // What follows a thought in its paragraph, and has no tag of its own, is thought on.
    return last == .thought || last == .textMessage ? last ?? .speech : .speech
  }
}
