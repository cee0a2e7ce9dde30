import Glibc

/// One event of inotify(7).
struct ArchiveEvent: Hashable, Sendable {
  /// The watch that it belongs to; -1 where the queue ran over.
  var watch: CInt

  /// What happened, `IN_…`.
  var mask: UInt32

  /// The name in the watched folder; empty for the folder itself.
  var name: String

  /// What is watched: whatever changes which files there are, or what is in them.
  static let interest = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK
  )

  /// Whether it has one of the bits of `mask`.
  func has(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }

  /// Whether it is about a folder.
  var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }

  /// Whether the name is hidden: temporary files of editors and of rsync are.
  var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }

  /// Reads what the descriptor gave: `struct inotify_event`, which is the watch, the mask, a cookie
  /// and the length of the name, four bytes each, then the name padded with NUL.
  ///
  /// A cut event is left out.
  static func read(_ bytes: ArraySlice<UInt8>) -> [ArchiveEvent] {
    var events: [ArchiveEvent] = []
    var start = bytes.startIndex
    while bytes.endIndex - start >= 16 {
      let length = Int(number(bytes, at: start + 12))
      guard length <= bytes.endIndex - start - 16 else { break }
      let name = bytes[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
      events.append(
        ArchiveEvent(
          watch: CInt(bitPattern: number(bytes, at: start)),
          mask: number(bytes, at: start + 4),
          name: String(decoding: name, as: UTF8.self)
        )
      )
      start += 16 + length
    }
    return events
  }

  /// The machine's own byte order; every machine that Swift runs Linux on is little-endian.
  private static func number(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[index + $1]) << UInt32(8 * $1) }
  }
}
