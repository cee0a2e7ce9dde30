import FicWire
import Glibc

/// A program that takes the place of this one.
enum Successor {
  /// Becomes a program, which is looked for on the PATH unless its path has a slash.
  ///
  /// - Parameters:
  ///   - paths: Where it may lie; the first that can be started is.
  ///   - words: Its arguments, the name that it goes by first.
  ///   - name: What the user calls it.
  /// - Throws: `ExitStatus.error` where none can be started, which is said.
  static func take(_ paths: [String], _ words: [String], called name: String) throws {
    var pointers = unsafe words.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    for path in paths { unsafe _ = execvp(path, pointers) }
    StandardError.write("ficsearch: cannot start \(name)\n")
    throw ExitStatus.error
  }
}
