import Testing

@testable import FicModel

@Suite struct FoldedNameTests {
  @Test(
    arguments: [
      ("Complete", .complete), ("Completed", .complete), ("Completed:", .complete),
      ("finished", .complete), ("In-Progress", .inProgress), ("In Progress", .inProgress),
      ("Updated:", .inProgress), ("WIP", .inProgress), ("On Hiatus", .hiatus),
      ("Discontinued", .abandoned), ("Завершён", .complete), ("Ongoing", .inProgress),
      ("perhaps", nil), ("", nil),
    ] as [(String, WorkStatus?)]
  )
  func `a status is one whatever a site calls it`(text: String, status: WorkStatus?) {
    #expect(WorkStatus(reading: text) == status)
  }

  @Test(
    arguments: [
      ("K", .general), ("Fiction K", .general), ("General Audiences", .general), ("G", .general),
      ("K+", .generalPlus), ("Rated: K+", .generalPlus), ("PG", .generalPlus), ("T", .teen),
      ("Fiction T", .teen), ("Teen And Up Audiences", .teen), ("PG-13", .teen), ("M", .mature),
      ("R", .mature), ("NC-17", .explicit), ("Explicit", .explicit), ("E", .explicit),
      ("Not Rated", .notRated), ("T for language", .teen), ("M, to be safe", .mature),
      ("strange", nil), ("", nil),
    ] as [(String, ContentRating?)]
  )
  func `a rating is one whatever a site calls it`(text: String, rating: ContentRating?) {
    #expect(ContentRating(reading: text) == rating)
  }

  @Test(
    arguments: [
      ("Harry Potter/Draco Malfoy", .romance, ["Harry Potter", "Draco Malfoy"]),
      ("Harry Potter & Ron Weasley", .friendship, ["Harry Potter", "Ron Weasley"]),
      ("Harry x Draco", .romance, ["Harry", "Draco"]),
      ("HarryxDraco", .romance, ["Harry", "Draco"]),
      ("Alexander Xavier", .romance, ["Alexander Xavier"]),
      ("A/B & C", .romance, ["A", "B", "C"]),
      ("A/B (past/one-sided)", .romance, ["A", "B (past/one-sided)"]),
      ("Drarry", .romance, ["Drarry"]),
      ("*/Mark T.", .romance, ["*", "Mark T."]),
      ("* x Mark", .romance, ["*", "Mark"]),
      (" / ", .romance, []),
    ] as [(String, ShipName.Bond, [String])]
  )
  func `a pairing comes apart`(text: String, bond: ShipName.Bond, names: [String]) {
    let ship = ShipName(text)
    #expect(ship.names == names)
    #expect(ship.bond == bond)
  }
}
