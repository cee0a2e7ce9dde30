package import Logging

extension Worker {
  /// The worker for a scope, as the options say.
  package init(_ options: DaemonOptions, _ scope: ReindexScope, logger: Logger) {
    var arguments = ["index", "--progress", "json"]
    for folder in options.archive { arguments += ["--archive", folder] }
    arguments += ["--index", options.index]
    if !options.aliases.isEmpty { arguments += ["--aliases", options.aliases] }
    if scope.all { arguments.append("--all") }
    if scope.rebuild { arguments.append("--rebuild") }
    arguments += ["--max-file-bytes", String(options.maximumFileBytes)]
    arguments += ["--jobs", String(options.parseJobs)]
    if options.keepsRemoved { arguments.append("--keep-removed") }
    if options.forgetsEmptyFolders || scope.gone { arguments.append("--gone") }
    for reference in scope.forgets { arguments += ["--forget", reference] }
    arguments.append("--")
    self.init(
      executable: options.worker,
      arguments: arguments + scope.paths,
      logger: logger
    )
  }
}
