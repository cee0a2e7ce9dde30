import Glibc

/// Looks up groups by name.
enum GroupName {
  /// The number of a group; nil where there is none of that name.
  static func number(of name: String) -> UInt32? {
    if name.isEmpty { return nil }
    var entry = unsafe group()
    var found: UnsafeMutablePointer<group>?
    // The text of an entry; a group with thousands of members may need more than sysconf suggests.
    var room = 4096
    while room <= 1 << 22 {
      var buffer = [CChar](repeating: 0, count: room)
      let status = unsafe getgrnam_r(name, &entry, &buffer, room, &found)
      if status == 0 { return unsafe found == nil ? nil : entry.gr_gid }
      guard status == ERANGE else { return nil }
      room *= 4
    }
    return nil
  }
}
