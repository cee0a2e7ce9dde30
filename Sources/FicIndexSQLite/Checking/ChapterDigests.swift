import FicModel

/// For each chapter the sum of hashes of everything that an index holds of it, in whatever order
/// that comes, so that two ways to the same content can be compared without sorting either.
///
/// Sums wrap around. Contents that differ have the same sum once in 2^64.
struct ChapterDigests {
  /// The chapters, ascending.
  private let chapters: [Int]

  private var sums: [UInt64]

  /// What belongs to none of the chapters.
  private(set) var strays = 0

  /// Creates digests of nothing for some chapters, whose ids ascend.
  init(_ chapters: [Int]) {
    self.chapters = chapters
    sums = Array(repeating: 0, count: chapters.count)
  }

  /// Adds a hash to a chapter's sum.
  ///
  /// Complexity: O(log n).
  mutating func add(_ hash: UInt64, of chapter: Int) {
    let place = chapters.partitionPoint { $0 >= chapter }
    guard place < chapters.count, chapters[place] == chapter else {
      strays += 1
      return
    }
    sums[place] &+= hash
  }

  /// The chapters whose sums are not the same in both, which are of the same chapters.
  func differing(from other: ChapterDigests) -> [Int] {
    chapters.indices.filter { sums[$0] != other.sums[$0] }.map { chapters[$0] }
  }

  /// The hash of some bytes with numbers (FNV-1a, mixed as splitmix64 does).
  @inline(__always)
  static func hash(
    _ bytes: borrowing Span<UInt8>,
    _ first: Int,
    _ second: Int
  ) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    hash = mixed(hash, first)
    return mixed(hash, second) &* 0x94D0_49BB_1331_11EB
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ number: Int) -> UInt64 {
    let hash = (hash ^ UInt64(bitPattern: Int64(number))) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 29
  }
}
