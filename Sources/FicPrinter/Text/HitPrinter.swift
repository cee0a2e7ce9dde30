package import FicModel

/// Turns the records of an answer into something to read.
///
/// It gets every record in the answer's order and `finish` once, and writes to any text stream.
package protocol HitPrinter {
  /// Takes a record; may write now or keep it until more is known.
  mutating func print(_ record: SearchRecord, to output: inout some TextOutputStream)

  /// Writes what was kept.
  mutating func finish(to output: inout some TextOutputStream)
}
