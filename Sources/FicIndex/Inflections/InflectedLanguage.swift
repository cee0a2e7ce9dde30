/// The languages whose inflections are known: those of libstemmer that fiction is written in.
///
/// The raw values are codes of ISO 639-1.
package enum InflectedLanguage: String, CaseIterable, Hashable, Sendable {
  case ar, ca, da, de, el, en, es, eu, fi, fr, ga, hi, hu, id, it, lt, nl, no, pt, ro, ru, sr, sv
  case ta, tr

  /// The name by which libstemmer knows it.
  var algorithm: String {
    switch self {
    case .ar: "arabic"
    case .ca: "catalan"
    case .da: "danish"
    case .de: "german"
    case .el: "greek"
    case .en: "english"
    case .es: "spanish"
    case .eu: "basque"
    case .fi: "finnish"
    case .fr: "french"
    case .ga: "irish"
    case .hi: "hindi"
    case .hu: "hungarian"
    case .id: "indonesian"
    case .it: "italian"
    case .lt: "lithuanian"
    case .nl: "dutch"
    case .no: "norwegian"
    case .pt: "portuguese"
    case .ro: "romanian"
    case .ru: "russian"
    case .sr: "serbian"
    case .sv: "swedish"
    case .ta: "tamil"
    case .tr: "turkish"
    }
  }
}
