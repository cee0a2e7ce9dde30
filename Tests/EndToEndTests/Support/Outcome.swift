import Foundation

/// What a program did.
struct Outcome: Sendable {
  var status: Int32
  var output: String
  var errors: String

  /// Runs a program to its end, its output collected.
  static func of(
    _ program: String,
    _ arguments: [String],
    environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let collected = Collected()
    let reader = Thread { collected.set(errors.fileHandleForReading.readDataToEndOfFile()) }
    reader.start()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: data, as: UTF8.self),
      errors: String(decoding: collected.wait(), as: UTF8.self)
    )
  }

  /// The records of an output of JSON Lines.
  func records() throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The records of one type.
  func records(_ type: String) throws -> [[String: Any]] {
    try records().filter { $0["type"] as? String == type }
  }
}

/// Bytes that another thread reads.
private final class Collected: @unchecked Sendable {
  // The semaphore orders the one write before the one read.
  private let done = DispatchSemaphore(value: 0)
  private var data = Data()

  func set(_ data: Data) {
    self.data = data
    done.signal()
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
