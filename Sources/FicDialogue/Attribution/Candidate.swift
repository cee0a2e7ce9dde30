/// A member who may speak a turn, and where the turn's lists have it.
struct Candidate {
  let member: Int
  let traits: Traits
  let presence: Presence
  let standing: Standing
}
