/// The names that people and exporters have for sites.
enum SiteName {
  /// The host of the site that a name means; nil for a name that is none of the known ones.
  static func host(of name: String) -> String? {
    names[name.lowercased().filter { $0.isLetter || $0.isNumber }]
  }

  /// The host of an address, without `www.` and its like; nil for what is no address.
  static func host(ofAddress address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    var host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    for prefix in ["www.", "m.", "forums.", "forum."] where host.hasPrefix(prefix) {
      host = String(host.dropFirst(prefix.count))
    }
    guard host.contains(".") else { return nil }
    // Each of some sites' users has a host: "name.livejournal.com".
    var known = Substring(host)
    while let dot = known.firstIndex(of: "."), known.contains(".") {
      if let name = names[known.filter { $0.isLetter || $0.isNumber }] { return name }
      known = known[known.index(after: dot)...]
    }
    return host
  }

  private static let names: [String: String] = {
    let lists: [(String, [String])] = [
      (
        "archiveofourown.org",
        ["ao3", "archiveofourown", "archiveofourownorg", "archiveof", "aooo"]
      ),
      (
        "fanfiction.net",
        ["ffnet", "ffn", "ff", "fanfiction", "fanfictionnet", "ffdotnet", "wwwfanfictionnet"]
      ),
      ("fictionpress.com", ["fictionpress", "fpcom", "fp", "fictionpresscom"]),
      ("forums.spacebattles.com", ["spacebattles", "spacebattlescom", "sb", "fsb", "fsbcom"]),
      (
        "forums.sufficientvelocity.com",
        ["sufficientvelocity", "sufficientvelocitycom", "sv", "fsv", "fsvcom"]
      ),
      ("royalroad.com", ["royalroad", "royalroadcom", "rr", "rylrd", "rrl"]),
      ("wattpad.com", ["wattpad", "wattpadcom", "wattcom", "wp"]),
      ("livejournal.com", ["livejournal", "livejournalcom", "lj"]),
      ("dreamwidth.org", ["dreamwidth", "dreamwidthorg", "dw"]),
      ("tumblr.com", ["tumblr", "tumblrcom"]),
      ("ficbook.net", ["ficbook", "ficbooknet", "книгафанфиков"]),
      ("fimfiction.net", ["fimfiction", "fimfictionnet", "fimf"]),
      ("adult-fanfiction.org", ["aff", "adultfanfiction", "adultfanfictionorg"]),
      ("hpfanficarchive.com", ["hpfanficarchive", "hpfanficarchivecom", "hpffa"]),
      ("harrypotterfanfiction.com", ["harrypotterfanfiction", "hpff", "harrypotterfanfictioncom"]),
      ("siye.co.uk", ["siye", "siyecouk"]),
      ("scribblehub.com", ["scribblehub", "scribblehubcom", "scrhub"]),
      ("webnovel.com", ["webnovel", "webnovelcom", "wncom"]),
      ("quotev.com", ["quotev", "quotevcom", "qtv"]),
      ("asianfanfics.com", ["asianfanfics", "asianfanficscom", "aff2", "asnff"]),
      ("mediaminer.org", ["mediaminer", "mediaminerorg", "mm"]),
      ("tthfanfic.org", ["tth", "tthfanfic", "tthfanficorg", "twistingthehellmouth"]),
    ]
    var names: [String: String] = [:]
    for (host, words) in lists {
      for word in words + [host.filter { $0.isLetter || $0.isNumber }] { names[word] = host }
    }
    return names
  }()
}
