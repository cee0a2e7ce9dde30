/// The address of a work, the same for every way in which a site writes it: `ao3/1234`.
///
/// Of sites that number their works it is the site and the number, whatever chapter, language,
/// mobile host or scheme the address names; of others host and path.
struct WorkAddress: Hashable {
  /// The site: a short name of a known one, else the host.
  var site: String

  /// The work on the site.
  var work: String

  /// The canonical form.
  var text: String { "\(site)/\(work)" }

  /// Whether the site numbers its works, so that another number is another work; elsewhere every
  /// page of a work may have an address of its own.
  var isNumbered: Bool {
    Self.sites.contains { $0.name == site } || !work.contains { !$0.isNumber }
  }

  /// What tells a work apart in addresses of a site.
  private enum Form {
    /// The number behind a part of the path: `/works/1234`.
    case number(after: String)
    /// The number at the end of the part of the path behind `threads`: `/threads/a-title.1234`.
    case thread
    /// A value of the query: `viewstory.php?sid=1234`.
    case query(String)
    /// The number behind `Story-` in a path.
    case story
  }

  private struct Site {
    var name: String
    var hosts: [String]
    var form: Form
  }

  /// Sites that fan fiction and web serials are downloaded from, with the short names that
  /// FanFicFare puts into file names.
  private static let sites = [
    Site(
      name: "ao3",
      hosts: ["archiveofourown.org", "archiveofourown.com", "archiveofourown.net", "ao3.org"],
      form: .number(after: "works")
    ),
    Site(name: "ffnet", hosts: ["fanfiction.net"], form: .number(after: "s")),
    Site(name: "fpcom", hosts: ["fictionpress.com"], form: .number(after: "s")),
    Site(name: "sqwa", hosts: ["squidgeworld.org"], form: .number(after: "works")),
    Site(
      name: "rylrdl",
      hosts: ["royalroad.com", "royalroadl.com"],
      form: .number(after: "fiction")
    ),
    Site(name: "fsb", hosts: ["forums.spacebattles.com"], form: .thread),
    Site(name: "fsv", hosts: ["forums.sufficientvelocity.com"], form: .thread),
    Site(
      name: "qq",
      hosts: ["forum.questionablequesting.com", "questionablequesting.com"],
      form: .thread
    ),
    Site(name: "ah", hosts: ["alternatehistory.com"], form: .thread),
    Site(name: "wattpad", hosts: ["wattpad.com"], form: .number(after: "story")),
    Site(name: "scrhub", hosts: ["scribblehub.com"], form: .number(after: "series")),
    Site(name: "fimficnet", hosts: ["fimfiction.net"], form: .number(after: "story")),
    Site(name: "ficwad", hosts: ["ficwad.com"], form: .number(after: "story")),
    Site(name: "tth", hosts: ["tthfanfic.org"], form: .story),
    Site(name: "asite", hosts: ["adult-fanfiction.org"], form: .query("no")),
  ]

  /// The canonical form of an address; nil for what is none, or names no work.
  init?(_ address: String) {
    guard var (host, path, query) = Self.parts(address) else { return nil }
    if host == "fichub.net", let inner = Self.value(of: "q", in: query) {
      guard let parts = Self.parts(inner) else { return nil }
      (host, path, query) = parts
    }
    for site in Self.sites where site.hosts.contains(where: { Self.isHost(host, of: $0) }) {
      guard let work = Self.work(site.form, path, query) else { return nil }
      self.init(site: site.name, work: work)
      return
    }
    if let story = Self.value(of: "sid", in: query), path.last == "viewstory.php" {
      self.init(site: host, work: story)
      return
    }
    guard !path.isEmpty || !query.isEmpty else { return nil }
    let kept = query.filter { !$0.hasPrefix("utm_") }.sorted().joined(separator: "&")
    let place = path.joined(separator: "/")
    self.init(site: host, work: kept.isEmpty ? place : place + "?" + kept)
  }

  /// The address of a site's work by its number there; nil for a site that is not known.
  ///
  /// - Parameters:
  ///   - site: The short name or the host of a site.
  ///   - number: The work's number.
  init?(site: String, number: String) {
    let name = site.lowercased()
    let known = Self.sites.first { known in
      known.name == name || known.hosts.contains { Self.isHost(name, of: $0) }
    }
    let digits = number.filter { $0 != "," }
    guard let known, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    self.init(site: known.name, work: digits)
  }

  private init(site: String, work: String) {
    self.site = site
    self.work = work
  }

  // MARK: Parts

  /// Host without `www.`, parts of the path, parts of the query; nil for what is no address of the
  /// web.
  static func parts(_ address: String) -> (host: String, path: [String], query: [String])? {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") {
      let name = rest[..<scheme.lowerBound].lowercased()
      guard name == "http" || name == "https" else { return nil }
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    rest = rest.prefix { $0 != "#" }
    let query = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? ""
    let path = rest.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    guard let first = path.first else { return nil }
    var host = first.lowercased().prefix { $0 != ":" }
    for prefix in ["www.", "m.", "mobile."] where host.hasPrefix(prefix) {
      host = host.dropFirst(prefix.count)
    }
    guard host.contains("."),
      host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    else { return nil }
    return (
      String(host), Array(path.dropFirst()), query.split(separator: "&").map(String.init)
    )
  }

  /// The short name of a known site with that host; nil for others.
  static func siteName(of host: String) -> String? {
    sites.first { site in site.hosts.contains { isHost(host, of: $0) } }?.name
  }

  private static func isHost(_ host: String, of site: String) -> Bool {
    host == site || host.hasSuffix("." + site)
  }

  private static func work(_ form: Form, _ path: [String], _ query: [String]) -> String? {
    switch form {
    case .number(let label):
      for (index, part) in path.enumerated() where part.lowercased() == label {
        let number = path.dropFirst(index + 1).first?.prefix { $0.isASCII && $0.isNumber }
        if let number, !number.isEmpty { return String(number) }
      }
      // A download of AO3: `/downloads/1234/Title.epub`.
      guard path.first == "downloads", path.count > 1 else { return nil }
      let number = path[1].prefix { $0.isASCII && $0.isNumber }
      return number.isEmpty ? nil : String(number)
    case .thread:
      guard let index = path.firstIndex(of: "threads"), index + 1 < path.count else { return nil }
      let number = path[index + 1].split(separator: ".").last.map(String.init) ?? ""
      return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber } ? number : nil
    case .query(let name): return value(of: name, in: query)
    case .story:
      guard let part = path.first(where: { $0.hasPrefix("Story-") }) else { return nil }
      let number = part.dropFirst(6).prefix { $0.isASCII && $0.isNumber }
      return number.isEmpty ? nil : String(number)
    }
  }

  /// A value of a query, its percent signs decoded as far as an address needs it.
  private static func value(of name: String, in query: [String]) -> String? {
    guard let item = query.first(where: { $0.hasPrefix(name + "=") }) else { return nil }
    let value = String(item.dropFirst(name.count + 1))
    let plain = value.split(separator: "%3A", omittingEmptySubsequences: false).joined(
      separator: ":"
    )
    .split(separator: "%2F", omittingEmptySubsequences: false).joined(separator: "/")
    return plain.isEmpty ? nil : plain
  }
}
