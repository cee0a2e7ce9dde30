import FicModel
import FicPrinter
import FicWire
import Testing

@Suite struct StatusPrinterTests {
  private let style = PrintStyle(width: 80, usesColor: false)

  @Test func `the status says what is indexed and what is not`() throws {
    let report = StatusReport(
      version: "0.2.0",
      process: 12,
      user: "ficsearch",
      socket: "/run/ficsearch/ficsearch.sock",
      uptimeSeconds: 4000,
      archive: ["/srv/fiction"],
      index: IndexReport(
        path: "/var/lib/ficsearch/index.sqlite",
        engine: "SQLite 3.40.1 FTS5",
        capabilities: .init(near: true, exactTotals: true, suggestions: true),
        generation: 12,
        counts: IndexCounts(
          works: 7,
          copies: 1,
          chapters: 24,
          scenes: 61,
          utterances: 1893,
          words: 40_012,
          textBytes: 230_000,
          files: 9
        )
      ),
      failedFiles: 6,
      problemCounts: [
        FileProblemCount(code: FileProblem.otherForm, files: 12),
        FileProblemCount(code: "damaged", files: 5), FileProblemCount(code: "empty", files: 1),
      ],
      problems: [
        FileProblem(
          code: "damaged",
          path: "/srv/fiction/cut.epub",
          cause: "the book is damaged: it ends too early",
          hint: "download it again; it is read when it changes"
        ),
        FileProblem(
          code: "empty",
          path: "/srv/fiction/new.txt",
          cause: "the file is empty",
          hint: "it is read again when it changes"
        ),
        FileProblem(
          code: FileProblem.otherForm,
          path: "/srv/fiction/Mills.txt",
          cause: "its book is searched in another form, Mills.epub"
        ),
      ],
      watch: WatchReport(enabled: true, folders: 3)
    )
    var output = ""
    StatusPrinter(style: style).print(report, to: &output)
    try GoldenScreen(name: "status").expect(output)
  }

  @Test func `the progress line fits the screen and counts what failed`() {
    let line = ProgressLine(style: PrintStyle(width: 40, usesColor: false))
    let progress = IngestEvent.Progress(
      scanned: true,
      filesDone: 1200,
      filesTotal: 50_000,
      chaptersDone: 400,
      bytesDone: 25_000_000,
      bytesTotal: 90_000_000,
      failures: 2,
      elapsedMilliseconds: 2000,
      file: "/archive/one/Kiln Time.txt"
    )
    #expect(line.text(of: progress).count <= 40)
    let wide = ProgressLine(style: PrintStyle(width: 120, usesColor: false)).text(of: progress)
    #expect(
      wide == "Indexing: 1,200/50,000 files · 400 chapters · 12.5 MB/s · 2 failed · 5 s left · "
        + "Kiln Time.txt"
    )
  }

  @Test func `a summary says what changed, in words`() {
    let line = ProgressLine(style: style)
    #expect(
      line.text(of: .init(files: 9, unchanged: 9, elapsedMilliseconds: 40))
        == "9 files: nothing changed · 0.0 s\n"
    )
    #expect(
      line.text(
        of: .init(
          files: 9,
          unchanged: 7,
          failed: 1,
          added: 1,
          bytes: 4_000_000,
          elapsedMilliseconds: 1000
        )
      )
        == "9 files: 1 chapter added, 1 file failed · 1.0 s, 4.0 MB/s\n"
    )
  }
}
