import Testing

@testable import FicModel

@Suite struct CalendarDateTests {
  @Test(
    arguments: [
      ("2012-04-28", "2012-04-28"), ("2012-04-28 10:11:12", "2012-04-28"),
      ("2012-04-28T10:11:12Z", "2012-04-28"), ("2012/4/28", "2012-04-28"),
      ("20120428", "2012-04-28"), ("2012-04", "2012-04"), ("2012", "2012"),
      ("03-21-13", "2013-03-21"), ("4/28/2012", "2012-04-28"), ("28/4/2012", "2012-04-28"),
      ("28.4.2012", "2012-04-28"), ("03.04.99", "1999-04-03"), ("Apr 28, 2012", "2012-04-28"),
      ("28 April 2012", "2012-04-28"), ("28th of April, 2012", "2012-04-28"),
      ("Sat, 28 Apr 2012 10:11:12 +0000", "2012-04-28"), ("Sept. 3, 2001", "2001-09-03"),
      ("May 2020", "2020-05"), ("3 мая 2015", "2015-05-03"),
    ]
  )
  func `the forms of archives are read`(text: String, date: String) {
    #expect(CalendarDate(reading: text)?.description == date)
  }

  @Test(
    arguments: [
      "", "soon", "3h ago", "Chapter 5", "2012-13-01", "2012-04-32", "99/99/99", "123456", "1-2",
      "the Marauders 2012 x y", "May", "12345678901234567890", "////", "0000-00-00", "-", ".",
    ]
  )
  func `what is no date is none`(text: String) {
    #expect(CalendarDate(reading: text)?.day ?? 0 == 0)
    if !text.contains("2012") { #expect(CalendarDate(reading: text) == nil) }
  }

  @Test func `a year comes before its days and ends with the last`() {
    let year = CalendarDate(reading: "2024")
    let day = CalendarDate(reading: "2024-01-01")
    #expect(year?.last == 20_241_231)
    #expect(year.map { $0 < CalendarDate(number: day?.number ?? 0) } == true)
    #expect(CalendarDate(reading: "2024-02")?.last == 20_240_231)
  }
}
