import Glibc

/// Looks up users by number.
enum UserName {
  /// The name of a user; nil where there is none of that number.
  static func name(of number: UInt32) -> String? {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    // The text of an entry; homes and names of hundreds of bytes fit many times over.
    var buffer = [CChar](repeating: 0, count: 1 << 14)
    let status = unsafe getpwuid_r(number, &entry, &buffer, buffer.count, &found)
    guard status == 0, unsafe found != nil, let name = unsafe entry.pw_name else { return nil }
    return unsafe String(cString: name)
  }
}
