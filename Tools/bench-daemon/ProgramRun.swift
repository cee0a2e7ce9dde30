import Glibc

/// A program that is started, read to the end of its output, and waited for.
struct ProgramRun {
  /// Why it could not be run.
  struct Failure: Error, CustomStringConvertible {
    /// What happened.
    var description: String
  }

  /// Its name and arguments.
  let words: [String]

  /// Creates a run of a program.
  init(_ words: [String]) {
    self.words = words
  }

  /// Its last path component and arguments.
  var name: String {
    let first = words.first.map { String($0.split(separator: "/").last ?? "") } ?? ""
    return ([first] + words.dropFirst()).joined(separator: " ").filter { $0 != "\"" && $0 != "\\" }
  }

  /// Runs it; what it says on standard error is not looked at.
  ///
  /// Throws: `Failure` where it does not start or ends with an error.
  func run() throws {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer {
      for place in unsafe arguments.indices { unsafe free(arguments[place]) }
    }
    guard let first = unsafe arguments[0] else { throw Failure(description: "no program") }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, first, &actions, nil, &arguments, environ)
    close(ends[1])
    guard code == 0 else { throw Failure(description: "cannot start \(name) (\(code))") }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while unsafe read(ends[0], &buffer, buffer.count) > 0 {}
    var status: Int32 = 0
    unsafe waitpid(process, &status, 0)
    guard status == 0 else { throw Failure(description: "\(name) ended with \(status)") }
  }
}
