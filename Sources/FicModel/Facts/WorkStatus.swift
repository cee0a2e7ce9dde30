/// Whether more of a work is to come, whatever words its site has for that.
public enum WorkStatus: String, CaseIterable, Hashable, Sendable, JSONReadable {
  /// All of it is there.
  case complete
  /// More is to come.
  case inProgress = "in-progress"
  /// More is to come some day.
  case hiatus
  /// No more is to come.
  case abandoned
}

extension WorkStatus {
  /// The status that a site's or a user's words mean; nil where they mean none.
  package init?(reading text: String) {
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    guard let status = Self.names[words] else { return nil }
    self = status
  }

  private static let names: [String: WorkStatus] = {
    let lists: [(WorkStatus, [String])] = [
      (
        .complete,
        [
          "complete", "completed", "is complete", "finished", "done", "yes", "true", "ended", "fin",
          "oneshot", "one shot", "завершен", "завершён", "завершена", "закончен", "закончена",
          "завершено", "terminé", "terminée", "completa", "completo", "abgeschlossen",
          "fertiggestellt",
        ]
      ),
      (
        .inProgress,
        [
          "in progress", "inprogress", "incomplete", "ongoing", "on going", "wip",
          "work in progress", "unfinished", "updated", "updating", "no", "false", "active",
          "not complete", "not completed", "publishing", "в процессе", "в работе", "пишется",
          "en cours", "en progreso", "en proceso", "in arbeit",
        ]
      ),
      (
        .hiatus,
        [
          "hiatus", "on hiatus", "paused", "on hold", "frozen", "заморожен", "заморожена",
          "en pause", "en pausa", "pausiert",
        ]
      ),
      (
        .abandoned,
        [
          "abandoned", "discontinued", "dropped", "cancelled", "canceled", "stubbed", "dead",
          "заброшен", "заброшена", "abandonnée", "abandonado", "abandonada", "abgebrochen",
        ]
      ),
    ]
    var names: [String: WorkStatus] = [:]
    for (status, words) in lists {
      for word in words { names[word] = status }
    }
    return names
  }()
}
