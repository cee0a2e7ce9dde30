import NIOHTTP1

extension HTTPRequestHead {
  /// The head as it goes over the wire (RFC 9112, 3 and 5); the headers are the client's own.
  ///
  /// Bytes that may not stand in a target, so that none can end the line, are percent-encoded.
  var bytes: [UInt8] {
    var target = ""
    for byte in uri.utf8 {
      if (0x21...0x7E).contains(byte) {
        target.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        target += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    var text = "\(method.rawValue) \(target) HTTP/1.1\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    return Array((text + "\r\n").utf8)
  }
}
