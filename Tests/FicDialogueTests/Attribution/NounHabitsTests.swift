import Testing

@testable import FicDialogue

@Suite struct NounHabitsTests {
  @Test func `a description is whoever speaks its other turns`() {
    var habits = NounHabits(members: 4)
    let decision = JointPass.Decision(member: 1, probability: 1, shares: [(1, 1)])
    for _ in 0..<3 { habits.count([1, 2], decision, description: 3) }
    habits.finish()
    #expect(habits.share(of: 3, 1, without: 1) == 2.0 / 3)
    #expect(habits.share(of: 3, 2, without: 0) == 0)
    #expect(habits.share(of: 2, 1, without: 0) == 0)
  }
}
