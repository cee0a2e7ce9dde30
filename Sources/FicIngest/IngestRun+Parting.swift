import FicFormats
import FicIndex
import FicModel

extension IngestRun {
  /// The reading; or, where files say that they are works of their own, one of each of those and
  /// one of the rest, the rest first.
  mutating func parted(_ reading: WorkReading, by reader: WorkReader) throws -> [WorkReading] {
    guard !reading.alone.isEmpty else { return [reading] }
    let alone = Set(reading.alone)
    var rest = reading.plan
    rest.parts = reading.plan.parts.indices.filter { !alone.contains($0) }.map { rest.parts[$0] }
    let paths = Set(rest.parts.map(\.file.relativePath))
    rest.files.parts.removeAll { !paths.contains($0.path) }
    rest.hasOtherFiles = true
    var readings: [WorkReading] = []
    if rest.parts.isEmpty {
      if try writer.source(at: rest.place) != nil { plan.gonePlaces.insert(rest.place) }
    } else {
      readings = try parted(completed(reader.read(rest), by: reader), by: reader)
    }
    for index in reading.alone {
      let part = try plan(alone: reading.plan.parts[index].file, below: reading.plan)
      readings.append(try completed(reader.read(part), by: reader))
    }
    return readings
  }

  /// What is to be read of a file that is a work of its own.
  private func plan(alone file: ArchiveFile, below group: WorkPlan) throws -> WorkPlan {
    let entry = FileEntry(path: file.relativePath, byteCount: file.stamp.size)
    let files =
      WorkLayout.works(in: [entry], alone: [entry.path]).first
      ?? WorkLayout.work(alone: entry.path)
    let prefix = String(group.place.dropLast(group.files.relativePath.count + 1))
    let place = WorkPlan.place(of: files, below: prefix)
    return WorkPlan(
      place: place,
      path: file.path,
      files: files,
      parts: [WorkPlan.Part(file: file, fingerprint: nil, isUnchanged: false)],
      stored: try writer.source(at: place)?.work,
      hasOtherFiles: false,
      isToReread: group.isToReread
    )
  }
}
