/// The address of a chapter, the same for every way in which a site writes it: `ao3/chapter/5678`.
///
/// Only what stays with a chapter counts: an address that says at which place a chapter stands
/// names another one as soon as one is put in before it.
struct ChapterAddress: Hashable {
  /// The site: a short name of a known one, else the host.
  let site: String

  /// The canonical form.
  let text: String

  /// Numbers up to this, alone in an address, are places rather than names.
  private static let greatestPlace = 9999

  /// Sites that count chapters in their addresses.
  private static let countingSites: Set<String> = ["ffnet", "fpcom", "fimficnet", "tth", "asite"]

  /// The parts of a path behind which sites number their chapters for good.
  private static let labels: Set<String> = ["chapter", "chapters", "posts"]

  /// The canonical form of an address; nil for what is none, or tells only a place.
  init?(_ address: String) {
    guard let (host, path, query) = WorkAddress.parts(address) else { return nil }
    site = WorkAddress.siteName(of: host) ?? host
    guard !Self.countingSites.contains(site) else { return nil }
    for (label, part) in zip(path, path.dropFirst()) where Self.labels.contains(label.lowercased())
    {
      guard let number = Self.number(part), number > Self.greatestPlace || site == "ao3" else {
        continue
      }
      text = "\(site)/chapter/\(number)"
      return
    }
    if let mark = address.firstRange(of: "#post-"),
      let number = Self.number(address[mark.upperBound...])
    {
      text = "\(site)/post/\(number)"
      return
    }
    // The address of a whole work, as sites give it for a work of one chapter.
    guard WorkAddress.siteName(of: host) == nil || site == "wattpad" || site == "ficwad" else {
      return nil
    }
    let isPlace = { (words: Substring) in
      Self.number(words).map { $0 <= Self.greatestPlace && words.allSatisfy(\.isNumber) } ?? false
    }
    guard let last = path.last, !isPlace(last[...]),
      !query.contains(where: { isPlace($0.drop { $0 != "=" }.dropFirst()) })
    else { return nil }
    let rest = query.isEmpty ? "" : "?" + query.sorted().joined(separator: "&")
    text = "\(site)/" + path.joined(separator: "/") + rest
  }

  /// The number that words begin with.
  private static func number(_ words: some StringProtocol) -> Int? {
    Int(words.prefix { $0.isASCII && $0.isNumber })
  }
}
