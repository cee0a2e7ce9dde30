package import FicIndex
package import FicModel

extension MemoryIndex: IndexWriter {
  package func expectedFiles() -> Int { stored.expectedFiles }

  package func expectFiles(_ count: Int) { change { $0.expectedFiles = count } }

  package func preview() { commit() }

  /// All files, by path.
  package func indexedFiles() -> [IndexedFile] {
    stored.files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  package func indexedFiles(after path: String?, limit: Int) -> [IndexedFile] {
    let files = indexedFiles().drop { file in
      path.map { !$0.utf8.lexicographicallyPrecedes(file.path.utf8) } ?? false
    }
    return Array(files.prefix(limit))
  }

  package func indexedFiles(in folders: Set<String>, below trees: Set<String>) -> [IndexedFile] {
    let files = indexedFiles()
    let found = files.filter { file in
      let folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? ""
      return folders.contains(folder.isEmpty ? "/" : folder)
        || trees.contains { $0 == file.path || $0 == "/" || file.path.hasPrefix($0 + "/") }
    }
    let paths = Set(found.map(\.path))
    let places = Set(found.compactMap(\.place))
    return files.filter { paths.contains($0.path) || $0.place.map(places.contains) ?? false }
  }

  package func filesWithProblems() -> [IndexedFile] {
    indexedFiles().filter { $0.problem.map { $0.code != FileProblem.otherForm } ?? false }
  }

  package func indexedFiles(at place: String) -> [IndexedFile] {
    indexedFiles().filter { $0.place == place }
  }

  package func pathsOfSources(rightBelow place: String) -> [String: [String]] {
    var paths: [String: [String]] = [:]
    for file in indexedFiles() {
      guard let own = file.place, own.hasPrefix(place + "/"),
        !own.utf8.dropFirst(place.utf8.count + 1).contains(UInt8(ascii: "/"))
      else { continue }
      paths[own, default: []].append(file.path)
    }
    return paths
  }

  package func putWork(_ work: WorkRecord) -> WorkID {
    change { contents in
      var work = work
      if let stored = contents.works.values.first(where: { $0.identity == work.identity }) {
        work.id = stored.id
        work.added = stored.added
      }
      while let stored = contents.works[work.id], stored.identity != work.identity {
        work.id = work.id.next
      }
      contents.works[work.id] = work
      return work.id
    }
  }

  package func workCount() -> Int { stored.works.count }

  package func identity(of work: WorkID) -> String? { stored.works[work]?.identity }

  package func work(identifiedBy identity: String) -> WorkID? {
    stored.works.values.first { $0.identity == identity }?.id
  }

  package func storedCast(of work: WorkID) -> [CastMember] {
    stored.works[work]?.cast ?? []
  }

  package func chapterFingerprints(of work: WorkID) -> [Int: Fingerprint] {
    let chapters = stored.chapters(of: work)
    return Dictionary(uniqueKeysWithValues: chapters.map { ($0.key.chapter, $0.fingerprint) })
  }

  package func storedText(of path: String, in work: WorkID) -> [UInt8]? {
    let chapters = stored.chapters(of: work).filter {
      $0.path == path && $0.key.chapter < ChapterRemoval.firstNumber
    }
    return chapters.isEmpty ? nil : chapters.flatMap(\.chapter.text)
  }

  /// Nothing: every answer is made from the texts.
  package func rebuild() {}

  /// Nothing: there is nothing to do beforehand.
  package func prepare(_ chapters: [ChapterRecords]) {}

  package func replace(_ chapter: ChapterRecords) {
    change { contents in
      contents.chapters[chapter.key] = chapter
      contents.removals[chapter.key] = nil
    }
  }

  package func removeChapters(of work: WorkID, numbers: [Int]) {
    change { contents in
      for number in numbers {
        contents.chapters[ChapterKey(work: work, chapter: number)] = nil
        contents.removals[ChapterKey(work: work, chapter: number)] = nil
      }
    }
  }

  package func removeWork(_ work: WorkID) {
    change { contents in
      contents.works[work] = nil
      contents.chapters = contents.chapters.filter { $0.key.work != work }
      contents.removals = contents.removals.filter { $0.key.work != work }
      contents.sources = contents.sources.filter { $0.value.work != work }
    }
  }

  package func recordFile(_ file: IndexedFile) {
    change { $0.files[file.path] = file }
  }

  package func forgetFiles(_ paths: [String]) {
    change { contents in
      for path in paths { contents.files[path] = nil }
    }
  }

  package func commit() { publish() }

  package func finish() {
    findCopies()
    publish()
  }
}
