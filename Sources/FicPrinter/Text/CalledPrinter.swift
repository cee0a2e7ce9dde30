import FicModel

/// Prints what people are called, and by whom, with a line for each form.
struct CalledPrinter {
  let style: PrintStyle

  func print(_ forms: [CalledForm], to output: inout some TextOutputStream) {
    if forms.isEmpty { output.write(style.paint("Nobody found.", .dim) + "\n") }
    var last: CalledForm?
    for form in forms {
      if last?.work.id != form.work.id || last?.name != form.name {
        if last != nil { output.write("\n") }
        output.write(
          style.paint(SafeText.visible(form.name), .speaker) + " · "
            + style.paint(SafeText.visible(form.work.title), .title) + "\n"
        )
      }
      last = form
      let callers = form.callers.map { caller in
        "\(caller.name.map(SafeText.visible) ?? "narration") (\(Phrases.grouped(caller.times)))"
      }
      output.write(
        "  " + style.paint(SafeText.visible(form.form), .heading) + "  "
          + style.paint(Phrases.count(form.times, "time"), .dim) + "\n"
      )
      let flow = TextFlow(indent: 4, style: style)
      output.write(flow.lines(of: "by " + Phrases.list(callers, limit: 8)))
      output.write(flow.lines(of: form.text, matches: form.matches))
      output.write("    " + style.paint(form.ref, .dim) + "\n")
    }
  }
}
