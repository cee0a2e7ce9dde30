import Glibc

/// The user's browser.
enum Browser {
  /// Opens an address where there is a screen to open it on; what fails is no matter, since the
  /// address is printed too.
  static func open(_ address: String) {
    let screens = ["DISPLAY", "WAYLAND_DISPLAY"]
    guard screens.contains(where: { (name: String) in unsafe getenv(name) != nil }) else { return }
    let words: [String] = ["xdg-open", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { word in unsafe strdup(word) }
    unsafe arguments.append(nil)
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process = pid_t()
    unsafe _ = posix_spawnp(&process, "xdg-open", nil, nil, arguments, environ)
  }
}
