import CMalloc

/// The C library's allocator, set up for a process of a few minutes that allocates and frees all
/// the time.
enum Allocator {
  /// Call it before threads are started.
  ///
  /// Without it glibc gives each thread an arena of its own, and what a reader of works freed stays
  /// in its arena while others grow: 268 MB in place of 228 with two readers of 100 MB of text, at
  /// the same speed. A higher threshold keeps buffers that come again with every chapter from being
  /// mapped and zeroed anew: 5 % of the time.
  ///
  /// - Parameter jobs: How many works are read at once.
  static func prepare(jobs: Int) {
    _ = mallopt(M_ARENA_MAX, Int32(clamping: max(1, jobs / 2)))
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }

  /// Gives the pages that nothing lies in back to the system.
  ///
  /// Chapters leave their memory in pieces between what stays, so that the process would go on
  /// growing: an index of a gigabyte took 340 MB, of which less than half was in use.
  static func trim() { malloc_trim(0) }
}
