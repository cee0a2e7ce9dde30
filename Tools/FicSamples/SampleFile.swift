/// A file as its parts and the way in which they are packed, so that either can be damaged.
package struct SampleFile: Sendable {
  /// A part: an entry of an archive, or the whole of a file that is none.
  package struct Part: Sendable {
    package var path: String
    package var bytes: [UInt8]

    /// Creates a part.
    package init(_ path: String, _ text: String) {
      self.path = path
      bytes = Array(text.utf8)
    }

    /// Creates a part.
    package init(_ path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The name that the file has.
  package var name: String

  /// In the order of the archive.
  package var parts: [Part]

  /// How the parts are packed.
  package var packing: SamplePacking

  /// Creates a file.
  package init(name: String, parts: [Part], packing: SamplePacking = .single) {
    self.name = name
    self.parts = parts
    self.packing = packing
  }

  /// The bytes of the file.
  package var bytes: [UInt8] { packing.bytes(parts) }
}
