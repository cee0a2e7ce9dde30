import FicModel
import Testing

@testable import FicIndex
@testable import MemoryIndex

/// The pages of a list of works, against what the plain twin says.
struct ListAgreement {
  let list: WorkList
  let snapshot: any IndexSnapshot
  let twin: MemorySnapshot

  /// Compares all pages, and one behind a work that is not in the list.
  func expectAgreement(limit: Int) throws {
    var place: (work: WorkID, position: Int)?
    repeat {
      let page = try page(after: place, limit: limit)
      place = page.works.last.map { ($0, 0) }
    } while place != nil
    _ = try page(after: (WorkID(identity: "none"), 1), limit: limit)
  }

  private func page(
    after place: (work: WorkID, position: Int)?,
    limit: Int
  ) throws -> WorkListPage {
    let page = try snapshot.page(of: list, after: place, limit: limit)
    #expect(try page == twin.page(of: list, after: place, limit: limit), "\(list)")
    return page
  }
}
