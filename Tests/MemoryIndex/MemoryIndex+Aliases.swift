package import FicIndex
package import FicModel

extension MemoryIndex {
  package func storedAliases() -> [AliasEntry] { stored.aliases }

  package func noteAliases(_ entries: [AliasEntry], rereading works: Set<WorkID>?) {
    change { contents in
      contents.aliases = entries
      contents.worksToReread.formUnion(works ?? Set(contents.works.keys))
    }
  }

  package func storedCorrections() -> [StoredCorrection] { stored.corrections }

  package func noteCorrections(
    _ corrections: [StoredCorrection],
    rereading works: Set<WorkID>
  ) {
    change { contents in
      contents.corrections = corrections
      contents.worksToReread.formUnion(works)
    }
  }

  package func worksToReread() -> Set<WorkID> {
    let contents = stored
    return contents.worksToReread.filter { contents.works[$0] != nil }
  }

  package func noteReading(of work: WorkID) {
    change { _ = $0.worksToReread.remove(work) }
  }

  package func workLabel(of work: WorkID) -> WorkLabel? {
    stored.works[work].map { WorkLabel($0.id, path: $0.path, metadata: $0.metadata) }
  }

  package func storedMetadata(of work: WorkID) -> WorkMetadata {
    stored.works[work]?.metadata ?? WorkMetadata()
  }

  package func works(where isWanted: (WorkID, String) -> Bool) -> Set<WorkID> {
    let wanted = stored.works.values.filter { work in
      isWanted(work.id, WorkLabel(work.id, path: work.path, metadata: work.metadata).title)
    }
    return Set(wanted.map(\.id))
  }

  package func works(holding terms: [Term]) -> Set<WorkID> {
    guard !terms.isEmpty else { return [] }
    let contents = stored
    let wanted = Set(terms)
    return Set(
      contents.chapters.values.filter { records in
        ChapterLines(records.chapter).lines.contains { line in
          wanted.isSubset(of: LineReading(line, of: records.chapter).words)
        }
      }.map(\.key.work)
    )
  }
}
