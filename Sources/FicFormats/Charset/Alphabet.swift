import Glibc

/// The letters beyond ASCII that a language, or some languages together, are written with.
struct Alphabet: Sendable {
  /// What each letter says, in bits; letters in lower case.
  let bits: [UInt32: Double]

  /// The alphabets that texts in old charsets are likely to be in.
  static let all: [Alphabet] = [
    // German; French; Spanish; Portuguese; Italian; Swedish and Finnish; Danish and Norwegian.
    "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "àáâãçéêíóôõúü", "àèéìòóùî", "åäöé", "æøåéèòô",
    // Dutch; Catalan; Icelandic; Estonian; Welsh; Albanian.
    "áéëïóöüèê", "àçèéíïòóúü", "áðéíóúýþæö", "äõöüšž", "âêîôûŵŷ", "çë",
    // Polish; Czech; Slovak; Hungarian; Romanian; Croatian; Turkish; Lithuanian; Latvian.
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž",
    "çğıöşüâîû", "ąčęėįšųūž", "āčēģīķļņšūž",
    // Names and foreign words in English.
    "éèêñçöüïëáóàåøäâîôíúæœ",
    // Russian and Bulgarian; Ukrainian; Belarusian; Serbian and Macedonian; Greek, Hebrew, Arabic
    // and Persian, Thai.
    "оеаинтсрвлкмдп бгжзйуфхцчшщъыьэюяё", "оаиніевртслкдум бгґєжзїйпфхцчшщьюя",
    "аніоерстялкдву бгёжзйпўфхцчшыьэюм", "аоиенрјтсвкдул бгђжзљмњпћфхцчџшѓќѕ",
    "αοιετσνηυρπκμλςά βγδζθξφχψωέήίόύώϊϋΐΰ", "יוהלאתרבמנש גדזחטךכםןסעףפץצק",
    "اليمنتروبةدسع ءآأؤإئثجحخذزشصضطظغفقكهىپچژگ", thai,
  ].map { Alphabet($0) }

  private static let thai = String(
    String.UnicodeScalarView((0xE01...0xE4E).compactMap { Unicode.Scalar($0) })
  )

  /// Takes letters that are as frequent as each other; of two groups, the first are two thirds of a
  /// text.
  private init(_ letters: String) {
    var bits: [UInt32: Double] = [:]
    let groups = letters.split(separator: " ")
    for (index, group) in groups.enumerated() {
      let share = groups.count == 1 ? 1 : index == 0 ? 2.0 / 3 : 1.0 / 3
      for letter in group.unicodeScalars {
        bits[letter.value] = log2(Double(group.unicodeScalars.count + 1) / share)
      }
    }
    self.bits = bits
  }
}
