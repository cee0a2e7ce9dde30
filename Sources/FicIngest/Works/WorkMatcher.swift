import FicIndex
import FicModel

/// Tells which work of the index a text is of: by its address, else by title and authors, else by
/// what it says.
///
/// Names alone do not do: what says something else stays a work of its own, so that no text is
/// hidden behind another.
struct WorkMatcher {
  /// How much of the shorter text must be in the longer one where the names are the same: a later
  /// version of a work has some chapters written anew.
  private static let leastOverlap = 0.5

  /// How much of either text must be in the other where only the text tells.
  private static let leastLikeness = 0.8

  /// Of works that share something, so many are compared.
  private static let mostCandidates = 16

  let writer: any IndexWriter

  /// The work of a text; nil for a new one.
  ///
  /// - Parameters:
  ///   - place: The place of the text in the archive.
  ///   - names: What it says of itself.
  ///   - sketch: What it says.
  /// - Returns: The work.
  /// - Throws: What the writer throws.
  func work(at place: String, _ names: WorkNames, _ sketch: TextSketch) throws -> WorkID? {
    let own = try writer.source(at: place)
    guard let own, !isOther(names.address, than: own.address) else {
      return try find(names, sketch, except: own?.work)
    }
    let isAlone = try writer.sources(of: own.work).count == 1
    guard isAlone, let other = try find(names, sketch, except: own.work),
      // What is kept of a work that would go stays where it is.
      !(try writer.chapterCards(of: own.work).contains { $0.removal != nil })
    else { return own.work }
    return other
  }

  /// What a new work is identified by: its address, its name or how its text begins; where another
  /// work has that, the name and how its text begins, with a number behind it where need be.
  func newIdentity(_ names: WorkNames, _ opening: TextOpening) throws -> String {
    let wanted = names.identity(opening)
    if try writer.work(identifiedBy: wanted) == nil { return wanted }
    let long = wanted + "\u{1F}" + opening.text
    if try writer.work(identifiedBy: long) == nil { return long }
    var number = 2
    while try writer.work(identifiedBy: "\(long)\u{1F}\(number)") != nil { number += 1 }
    return "\(long)\u{1F}\(number)"
  }

  private func find(
    _ names: WorkNames,
    _ sketch: TextSketch,
    except own: WorkID?
  ) throws -> WorkID? {
    if let address = names.address?.text {
      for work in try writer.works(named: address) where work != own {
        if try overlap(sketch, work) ?? 1 >= Self.leastOverlap { return work }
      }
    }
    if let name = names.fullName {
      for work in try writer.works(named: name) where work != own {
        guard try !isOther(names.address, than: work) else { continue }
        if try overlap(sketch, work) ?? 0 >= Self.leastOverlap { return work }
      }
    }
    for work in try writer.works(sharing: sketch, limit: Self.mostCandidates) where work != own {
      guard try !isOther(names.address, than: work), try !isOther(names.name, than: work) else {
        continue
      }
      let stored = try writer.sketch(of: work)
      let shares = [sketch.share(in: stored), stored.share(in: sketch)]
      if shares.allSatisfy({ $0 ?? 0 >= Self.leastLikeness }) { return work }
    }
    return nil
  }

  private func overlap(_ sketch: TextSketch, _ work: WorkID) throws -> Double? {
    sketch.overlap(with: try writer.sketch(of: work))
  }

  /// Whether an address is another one of the site of a work's.
  private func isOther(_ address: WorkAddress?, than work: WorkID) throws -> Bool {
    let addresses = try writer.sources(of: work).compactMap(\.address)
    return addresses.contains { isOther(address, than: $0) }
      && !addresses.contains { $0 == address?.text }
  }

  private func isOther(_ address: WorkAddress?, than other: String?) -> Bool {
    guard let address, let other else { return false }
    return other.hasPrefix(address.site + "/") && other != address.text
  }

  private func isOther(_ name: String?, than work: WorkID) throws -> Bool {
    guard let name else { return false }
    let names = try writer.sources(of: work).compactMap(\.name)
    return !names.isEmpty && names.allSatisfy { WorkNames.differ($0, name) }
  }
}
