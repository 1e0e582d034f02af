import Accounts
import ArgumentParser
import Canvas

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

      --group, --match, --entry and standard input add up; where none is given, the picker opens to mark \
      entries with Tab. The command reads nothing, has no terminal, and what it prints is shown whole when it ends, \
      under its entry's name. Codes and logins are asked for first, once for all entries that share them; AWS is \
      asked at most 20 times a second. A table on standard error says how each went, the failures last. \
      Ctrl-C ends all: with TERM, after 3 seconds with KILL, a second Ctrl-C at once.

      --failed runs again, with the same command unless another is given, what the last `each` is not done as: \
      its names, its command's words, its session policies and whether it was read-only are kept in the state \
      folder, readable by you alone; no other option is. In --json each line has entry, display_name, account_id, role_name, region, \
      exit_status, seconds, stdout and stderr; error in place of the status where there was no session.

      Exit status: 0 done as every entry; 1 the command failed, or was not run, as some; 3 AWS gave some no \
      session, whatever else; 2 input or configuration at fault; 126, 127 the command cannot be run, or is not \
      found; 130 cancelled.
      """)

  @OptionGroup var selection: SelectionOptions
  @Option(help: ArgumentHelp("How many are under way at once, at most.", valueName: "n"))
  var parallel = 8
  @Flag(help: "Print each line as it comes, after its entry's name.")
  var stream = false
  @Flag(help: "Print a line of JSON for each entry, when it ends.")
  var json = false
  @Flag(
    exclusivity: .exclusive,
    help: "Whether the first failure ends all the others; by default they go on.")
  var failing = Failing.continue
  @Flag(help: "Only show which entries it would be run as.")
  var dryRun = false
  @Option(
    help: ArgumentHelp(
      "How many of the entries want their names typed, typed ahead.", valueName: "count"))
  var confirmAll: Int?
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var talk: TalkOptions
  @Argument(parsing: .postTerminator, help: "The command and its arguments, after `--`.")
  var command: [String] = []

  enum Failing: String, EnumerableFlag {
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
      throw ValidationError("--confirm-all takes how many entries there are to confirm: 0 or more.")
    }
    guard !stream || !json else {
      throw ValidationError("--stream and --json exclude each other.")
    }
    guard choice.source == nil else {
      throw ValidationError("--source goes with a role's ARN; `each` takes entries.")
    }
  }

  func run() async throws {
    let world = choice.liveWorld(isVerbose: talk.verbose)
    let wish = try choice.wish(world)
    let job = try await EachJob(
      selection.chosen(world), command: command, choice: wish.choice, world)
    guard !dryRun else { return try world.write(world.listed(job.entries)) }
    try job.checkProtection()
    try confirmTogether(job.entries, toRun: job.command, given: confirmAll, world)
    let status = try await job.run(
      EachWish(
        reporting: stream ? .lines : json ? .json : .whole, parallel: parallel,
        failsFast: failing == .failFast, isVerbose: talk.verbose, delivery: delivery.chosen))
    throw ExitCode(status)
  }
}
