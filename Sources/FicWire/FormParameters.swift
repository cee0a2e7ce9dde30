public import FicModel

/// In which form an answer is wanted, as query items that every path takes.
public struct FormParameters: Hashable, Sendable {
  /// The names of the query items.
  public static let names = ["form", "width", "color", "terminal", "command"]

  /// The columns of a screen that does not say how many it has.
  public static let defaultWidth = 80

  /// The form.
  public var form: AnswerForm

  /// The columns of the screen, for text.
  public var width: Int

  /// Whether text has colours.
  public var usesColor: Bool

  /// Whether text goes to a terminal, where a line may be written anew.
  public var isTerminal: Bool

  /// What the commands begin with that an answer proposes.
  public var command: String

  /// Creates parameters.
  public init(
    form: AnswerForm = .json,
    width: Int = defaultWidth,
    usesColor: Bool = false,
    isTerminal: Bool = false,
    command: String = "ficsearch"
  ) {
    self.form = form
    self.width = width
    self.usesColor = usesColor
    self.isTerminal = isTerminal
    self.command = command
  }

  /// Takes the query items about the form out of those of a request.
  ///
  /// - Parameters:
  ///   - items: The items; what is left is about the question.
  ///   - accept: The values of the header `Accept`, which says the form where no item does.
  /// - Throws: `Problem` for a value out of its range.
  public init(takenFrom items: inout QueryItems, accept: [String]) throws(Problem) {
    self.init(
      form: try items.choice("form", as: AnswerForm.self) ?? AnswerForm(accept: accept) ?? .json,
      width: try items.integer("width", in: 1...10_000) ?? Self.defaultWidth,
      usesColor: try items.flag("color") ?? false,
      isTerminal: try items.flag("terminal") ?? false,
      command: items["command"] ?? "ficsearch"
    )
    items.remove(Self.names)
  }

  /// The query items; what has its default is left out, but for the form.
  public var items: QueryItems {
    var items = QueryItems()
    items.append("form", form.rawValue)
    items.append("width", width == Self.defaultWidth ? nil : String(width))
    items.append("color", usesColor ? "true" : nil)
    items.append("terminal", isTerminal ? "true" : nil)
    items.append("command", command == "ficsearch" ? nil : command)
    return items
  }
}
