extension WorkEntry {
  /// A list without works whose text another work of the list holds; that one says how many there are.
  public static func foldingCopies(_ entries: [WorkEntry]) -> [WorkEntry] {
    let listed = Set(entries.map(\.work.id))
    var copies: [String: Int] = [:]
    for entry in entries {
      if let holder = entry.copyOf, listed.contains(holder) { copies[holder, default: 0] += 1 }
    }
    return entries.compactMap { entry in
      if let holder = entry.copyOf, listed.contains(holder) { return nil }
      var entry = entry
      entry.copies = copies[entry.work.id] ?? 0
      return entry
    }
  }
}
