import FicIndex
import FicWire
import Hummingbird

/// The table of routes.
struct APIRouter {
  private let queries: QueryRoutes
  private let reindex: ReindexRoute
  private let forget: ForgetRoute
  private let aliases: AliasRoutes
  private let corrections: CorrectionRoutes
  private let named: NamedQueryRoutes
  /// The saved queries.
  let book: QueryBook
  private let pages: PageRoutes
  private let mcp: MCPRoute
  private let job: JobRoute
  private let status: StatusRoute
  private let figures: MetricsRoute
  private let metrics = ServerMetrics()
  private let options: CurrentOptions

  /// Creates the table; the bounds on queries are the options' of this moment.
  ///
  /// Where nothing `isIndexed` yet, the first questions wait for the first run.
  init(
    version: String,
    socket: String,
    options: CurrentOptions,
    index: any SearchIndex,
    isIndexed: Bool = true,
    answers: QueryAnswers,
    jobs: JobQueue,
    watch: @escaping @Sendable () -> WatchReport
  ) {
    let started = ContinuousClock.now
    let gate = QueryGate(
      concurrent: options.value.concurrentQueries,
      queued: options.value.queuedQueries
    )
    self.options = options
    let files = UserFileStore()
    book = QueryBook(options: options, store: files, search: answers.search)
    named = NamedQueryRoutes(book: book, gate: gate)
    queries = QueryRoutes(
      options: options,
      gate: gate,
      answers: answers,
      firstRun: FirstRun(isAwaited: !isIndexed, started: started, jobs: jobs),
      book: book
    )
    mcp = MCPRoute(version: version, queries: queries)
    reindex = ReindexRoute(options: options, jobs: jobs)
    let lookup = WorkLookup(options: options, works: answers.worksCalled)
    forget = ForgetRoute(lookup: lookup, answers: answers, jobs: jobs)
    aliases = AliasRoutes(
      options: options,
      store: AliasStore(options: options, store: files),
      lookup: lookup,
      answers: answers,
      jobs: jobs
    )
    corrections = CorrectionRoutes(
      options: options,
      store: files,
      lookup: lookup,
      index: index,
      answers: answers,
      jobs: jobs
    )
    job = JobRoute(jobs: jobs)
    status = StatusRoute(
      version: version,
      socket: socket,
      started: started,
      options: options,
      index: index,
      jobs: jobs,
      watch: watch
    )
    pages = PageRoutes(
      queries: queries,
      status: status,
      corrections: corrections,
      aliases: aliases
    )
    figures = MetricsRoute(
      started: started,
      metrics: metrics,
      gate: gate,
      index: index,
      jobs: jobs,
      watch: watch
    )
  }

  /// How many answers were given to questions about the archive.
  var questions: Int { metrics.questions }

  /// What answers requests.
  func responder() -> some HTTPResponder<ServerContext> {
    let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
    router.add(middleware: ProblemMiddleware(metrics: metrics))
    router.add(middleware: BlockingMiddleware())
    router.get("/v1/search", use: queries.search)
    router.get("/v1/count", use: queries.count)
    router.get("/v1/dispersion", use: queries.dispersion)
    router.get("/v1/collocates", use: queries.collocates)
    router.get("/v1/cast", use: queries.cast)
    router.get("/v1/called", use: queries.called)
    router.get("/v1/works", use: queries.works)
    router.get("/v1/works/:id", use: queries.work)
    router.get("/v1/chapters/:ref", use: queries.chapter)
    router.get("/v1/scenes/:ref", use: queries.scene)
    router.get("/v1/places/:ref", use: queries.place)
    router.get("/v1/complete", use: queries.complete)
    router.get("/v1/changes", use: queries.changes)
    router.get("/v1/aliases", use: aliases.list)
    router.get("/v1/corrections", use: corrections.list)
    router.get("/v1/queries", use: named.queries)
    router.get("/v1/watches", use: named.watches)
    router.get("/v1/jobs/:id", use: job.respond)
    router.get("/v1/status", use: status.respond)
    router.get("/", use: pages.start)
    router.get("/search", use: pages.search)
    router.get("/facets", use: pages.facets)
    router.get("/read/:ref", use: pages.read)
    router.get("/fix/:ref", use: pages.fix)
    router.get("/file/:ref", use: pages.file)
    router.get("/shelf", use: pages.shelf)
    router.get("/works/:id", use: pages.work)
    router.get("/cast", use: pages.cast)
    router.get("/count", use: pages.count)
    router.get("/assets/:name", use: pages.asset)
    router.post("/mcp", use: mcp.respond)
    router.get("/metrics", use: figures.respond)
    router.get("/healthz") { _, _ in Response.bytes(Array("ok\n".utf8), type: "text/plain") }
    router.group().add(middleware: AdminMiddleware(options: options))
      .post("/v1/reindex", use: reindex.respond)
      .post("/v1/forget", use: forget.respond)
      .put("/v1/aliases", use: aliases.set)
      .delete("/v1/aliases", use: aliases.remove)
      .put("/v1/corrections", use: corrections.set)
      .delete("/v1/corrections", use: corrections.remove)
      .put("/v1/queries", use: named.save)
      .delete("/v1/queries", use: named.remove)
      .put("/v1/watches", use: named.watch)
      .delete("/v1/watches", use: named.unwatch)
      .post("/v1/watches", use: named.new)
      .post("/fix/:ref", use: pages.correct)
      .post("/cast", use: pages.rename)
    return router.buildResponder()
  }
}
