import ArgumentParser
import Batch

/// `switchback each`.
struct EachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "each",
    abstract: "Run one command as each of many entries, in parallel.",
    usage: "switchback each [<options>] [-] -- <command> ...",
    discussion: """
      switchback each --group payments -- aws sts get-caller-identity
      switchback each --match '*-prod' --stream -- terraform plan -no-color
      switchback list --json | jq -r '.[].name' | switchback each - -- aws s3 ls
      switchback each --failed

      --group, --match, --entry and standard input can be combined; without any, the picker opens \
      to mark entries with Tab. The command has no terminal and no input. Its output is shown when \
      it ends, under the entry's name. MFA codes and logins are asked for first, once for all \
      entries that share them. AWS gets at most 20 requests a second. A table on standard error \
      shows the results, failures last. Ctrl-C stops all commands: with TERM, after 3 seconds with \
      KILL; a second Ctrl-C kills at once.

      --failed runs the last command again for the entries where it failed, or another command if \
      you give one. For this the names of the entries, the command, the session policies and \
      --read-only are kept in the state folder, readable by you alone. With --json each line has \
      entry, display_name, account_id, role_name, region, exit_status, seconds, stdout and stderr, \
      or error instead of exit_status if there was no session.

      Exit status: 0 the command succeeded everywhere; 1 it failed or was not run for some \
      entries; 3 AWS gave no session for some; 2 invalid input or configuration; 126, 127 the \
      command cannot be run, or is not found; 130 cancelled.
      """)

  @OptionGroup var selection: SelectionOptions
  @Option(help: ArgumentHelp("Maximum number of commands to run at once.", valueName: "n"))
  var parallel = 8
  @Flag(help: "Print each line as it arrives, prefixed with the entry's name.")
  var stream = false
  @Flag(help: "Print a line of JSON for each entry when it ends.")
  var json = false
  @Flag(
    exclusivity: .exclusive,
    help: "Whether the first failure stops all other commands. By default they go on.")
  var failing = FailureMode.continue
  @Flag(help: "Only show the chosen entries.")
  var dryRun = false
  @Option(
    help: ArgumentHelp(
      "Confirm this many protected entries non-interactively.", valueName: "count"))
  var confirmAll: Int?
  @OptionGroup var sessionArguments: SessionArguments
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var verbosity: VerbosityOptions
  @Argument(parsing: .postTerminator, help: "The command and its arguments, after `--`.")
  var command: [String] = []

  enum FailureMode: String, EnumerableFlag {
    case failFast, `continue`
  }

  func validate() throws {
    guard !command.isEmpty || selection.failed || dryRun else {
      throw ValidationError(
        "Put the command after `--`: switchback each --group dev -- aws s3 ls")
    }
    guard (1...200).contains(parallel) else {
      throw ValidationError("--parallel takes 1 to 200.")
    }
    guard confirmAll ?? 0 >= 0 else {
      throw ValidationError("--confirm-all takes the number of entries to confirm, 0 or more.")
    }
    guard !stream || !json else {
      throw ValidationError("Use only one of --stream and --json.")
    }
    guard sessionArguments.source == nil else {
      throw ValidationError("--source is for a role's ARN; `each` takes entries.")
    }
  }

  func run() async throws {
    let world = sessionArguments.liveWorld(isVerbose: verbosity.verbose)
    let request = try sessionArguments.request(world)
    let job = try await BatchJob(
      selection.chosen(world), command: command, options: request.options, world)
    guard !dryRun else { return try world.write(world.entryListing(job.entries)) }
    try job.checkProtection()
    try confirmBatch(job.entries, toRun: job.command, given: confirmAll, world)
    let status = try await job.run(
      BatchOptions(
        style: stream ? .lines : json ? .json : .whole, parallel: parallel,
        failsFast: failing == .failFast, isVerbose: verbosity.verbose, delivery: delivery.chosen))
    throw ExitCode(status)
  }
}
