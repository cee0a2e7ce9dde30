import Glibc

/// The user's browser.
enum Browser {
  /// Opens an address where there is a screen to open it on; what fails is no matter, since the
  /// address is printed too.
  static func open(_ address: String) {
    let screens = ["DISPLAY", "WAYLAND_DISPLAY"]
    guard screens.contains(where: { (name: String) in unsafe getenv(name) != nil }) else { return }
    let (program, argument) = unsafe (strdup("xdg-open"), strdup(address))
    defer {
      unsafe free(program)
      unsafe free(argument)
    }
    let arguments = unsafe [program, argument, nil]
    var process = pid_t()
    unsafe _ = posix_spawnp(&process, "xdg-open", nil, nil, arguments, environ)
  }
}
