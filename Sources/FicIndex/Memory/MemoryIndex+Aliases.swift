package import FicModel

extension MemoryIndex {
  package func storedAliases() -> [AliasEntry] { snapshot.aliases }

  package func noteAliases(_ entries: [AliasEntry], rereading works: Set<WorkID>) {
    change { contents in
      contents.aliases = entries
      contents.worksToReread.formUnion(works)
    }
  }

  package func worksToReread() -> Set<WorkID> {
    let contents = snapshot
    return contents.worksToReread.filter { contents.works[$0] != nil }
  }

  package func noteReading(of work: WorkID) {
    change { _ = $0.worksToReread.remove(work) }
  }

  package func workLabel(of work: WorkID) -> WorkLabel? {
    snapshot.works[work].map { WorkLabel($0.id, path: $0.path, metadata: $0.metadata) }
  }

  package func storedMetadata(of work: WorkID) -> WorkMetadata {
    snapshot.works[work]?.metadata ?? WorkMetadata()
  }

  package func workTitles() -> [WorkID: String] {
    snapshot.works.mapValues { WorkLabel($0.id, path: $0.path, metadata: $0.metadata).title }
  }

  package func works(holding terms: [Term]) -> Set<WorkID> {
    let contents = snapshot
    guard !terms.isEmpty else { return Set(contents.works.keys) }
    let analyzer = Analyzer()
    let wanted = Set(terms)
    return Set(
      contents.chapters.values.filter { records in
        records.scenes.indices.contains { index in
          let text = records.indexedText(of: .scene, at: index)
          return wanted.isSubset(of: analyzer.tokens(of: text.span).map(\.term))
        }
      }.map(\.key.work)
    )
  }
}
