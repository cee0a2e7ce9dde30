import CCrypt
import FicModel
import Glibc

/// Who may come in: a name and the hash of a password a line, as crypt(5) has them.
///
/// The file is read once; a change holds from the next start on.
struct PasswordFile: Sendable {
  /// The longest file; each line is about a hundred bytes.
  private static let mostBytes = 1 << 20

  private let hashes: [String: String]

  /// Reads a file.
  ///
  /// - Throws: `Problem` where it cannot be read, names nobody, or can be read by others.
  init(path: String) throws(Problem) {
    func problem(_ detail: String, _ hint: String) -> Problem {
      Problem(code: "bad_passwords", status: 500, detail: detail, hint: hint)
    }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      let cause = unsafe String(cString: strerror(errno))
      throw problem("cannot read the passwords in '\(path)': \(cause)", "check --passwords")
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw problem("others can read the passwords in '\(path)'", "run: chmod 600 '\(path)'")
    }
    var bytes = [UInt8](repeating: 0, count: min(Self.mostBytes, max(0, Int(status.st_size))))
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    var hashes: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { hashes[String(parts[0])] = String(parts[1]) }
    }
    guard !hashes.isEmpty else {
      throw problem(
        "nobody stands in '\(path)'",
        "add a line: echo \"NAME:$(mkpasswd)\" >>'\(path)'"
      )
    }
    self.hashes = hashes
  }

  /// Whether a name and a password stand there.
  ///
  /// Complexity: what crypt(3) takes on purpose, for a name that is not there too.
  func holds(_ given: Credentials) -> Bool {
    let hash = hashes[given.name]
    // What nobody's password has: an answer to an unknown name takes as long.
    let setting = hash ?? hashes.values.first ?? "*0"
    guard let found = Self.hashed(given.password, setting) else { return false }
    return hash.map { Secret.areSame($0, found) } ?? false
  }

  private static func hashed(_ password: String, _ setting: String) -> String? {
    guard !password.utf8.contains(0) else { return nil }
    let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    unsafe data.initialize(to: crypt_data())
    defer { unsafe data.deallocate() }
    // A setting that is none makes a text that begins with an asterisk, or nothing.
    guard let hash = unsafe crypt_r(password, setting, data) else { return nil }
    let text = unsafe String(cString: hash)
    return text.hasPrefix("*") ? nil : text
  }
}
