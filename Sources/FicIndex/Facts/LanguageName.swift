/// The languages of fiction by their codes and by their names.
enum LanguageName {
  /// The ISO 639-1 code that a code of ISO 639, with or without a country, or a name in English or
  /// in the language itself means; nil where it means none of these.
  static func code(of text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return nil }
    if let code = codes[words.joined(separator: " ")] { return code }
    // "en-GB", "English (UK)", "Español – Latinoamérica".
    return codes[String(first)]
  }

  /// The name in English of a language by its code; nil for a code that is none of these.
  static func name(of code: String) -> String? { names[code] }

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for (code, words) in table {
      codes[code] = code
      for word in words { codes[word] = code }
    }
    return codes
  }()

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (code, words) in table { names[code] = words.first }
    return names
  }()

  private static let table: [(String, [String])] = [
    ("en", ["english", "eng"]),
    ("zh", ["chinese", "zho", "chi", "中文", "汉语", "漢語", "普通话", "mandarin", "中文 普通话 國語"]),
    ("es", ["spanish", "spa", "español", "castellano", "espanol"]),
    ("fr", ["french", "fra", "fre", "français", "francais"]),
    ("de", ["german", "deu", "ger", "deutsch"]),
    ("ru", ["russian", "rus", "русский"]),
    ("pt", ["portuguese", "por", "português", "portugues"]),
    ("it", ["italian", "ita", "italiano"]),
    ("pl", ["polish", "pol", "polski"]),
    ("nl", ["dutch", "nld", "dut", "nederlands"]),
    ("ja", ["japanese", "jpn", "日本語"]),
    ("ko", ["korean", "kor", "한국어"]),
    ("id", ["indonesian", "ind", "bahasa indonesia"]),
    ("vi", ["vietnamese", "vie", "tiếng việt"]),
    ("uk", ["ukrainian", "ukr", "українська"]),
    ("cs", ["czech", "ces", "cze", "čeština", "cesky"]),
    ("sk", ["slovak", "slk", "slo", "slovenčina"]),
    ("hu", ["hungarian", "hun", "magyar"]),
    ("sv", ["swedish", "swe", "svenska"]),
    ("no", ["norwegian", "nor", "nob", "nno", "norsk", "nb", "nn", "bokmål"]),
    ("da", ["danish", "dan", "dansk"]),
    ("fi", ["finnish", "fin", "suomi"]),
    ("is", ["icelandic", "isl", "ice", "íslenska"]),
    ("tr", ["turkish", "tur", "türkçe"]),
    ("ar", ["arabic", "ara", "العربية"]),
    ("he", ["hebrew", "heb", "עברית", "iw"]),
    ("fa", ["persian", "fas", "per", "farsi", "فارسی"]),
    ("hi", ["hindi", "hin", "हिन्दी"]),
    ("th", ["thai", "tha", "ไทย"]),
    ("el", ["greek", "ell", "gre", "ελληνικά"]),
    ("ro", ["romanian", "ron", "rum", "română"]),
    ("bg", ["bulgarian", "bul", "български"]),
    ("sr", ["serbian", "srp", "српски", "srpski"]),
    ("hr", ["croatian", "hrv", "hrvatski"]),
    ("sl", ["slovenian", "slv", "slovenščina", "slovene"]),
    ("ca", ["catalan", "cat", "català"]),
    ("eu", ["basque", "eus", "baq", "euskara"]),
    ("gl", ["galician", "glg", "galego"]),
    ("la", ["latin", "lat", "lingua latina"]),
    ("eo", ["esperanto", "epo"]),
    ("et", ["estonian", "est", "eesti"]),
    ("lv", ["latvian", "lav", "latviešu"]),
    ("lt", ["lithuanian", "lit", "lietuvių"]),
    ("ms", ["malay", "msa", "may", "bahasa malaysia", "melayu"]),
    ("tl", ["filipino", "tgl", "tagalog", "fil"]),
    ("af", ["afrikaans", "afr"]),
    ("sq", ["albanian", "sqi", "alb", "shqip"]),
    ("be", ["belarusian", "bel", "беларуская"]),
    ("ga", ["irish", "gle", "gaeilge"]),
    ("cy", ["welsh", "cym", "wel", "cymraeg"]),
    ("bn", ["bengali", "ben", "বাংলা"]),
    ("ta", ["tamil", "tam", "தமிழ்"]),
    ("ur", ["urdu", "urd", "اردو"]),
  ]
}
