import Accounts
import ArgumentParser
import Shells
import Terminal

/// `switchback exec ENTRY -- CMD ...`.
struct ExecCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec",
    abstract: "Run one command as an entry.",
    usage: "switchback exec [<options>] <entry> -- <command> ...",
    discussion: """
      switchback exec prod -- terraform plan

      ENTRY must be exact, so that a command never runs as the wrong entry. Exits with the \
      command's status; 127 if it is not found, 126 if it cannot be run.
      """)

  @OptionGroup var entry: EntryArgument
  @OptionGroup var sessionArguments: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var verbosity: VerbosityOptions
  @Argument(parsing: .postTerminator, help: "The command and its arguments, after `--`.")
  var command: [String] = []

  func validate() throws {
    guard !command.isEmpty else {
      let line = CommandLine.shellLine(["switchback", "exec", entry.entry, "--", "aws", "s3", "ls"])
      throw ValidationError("Put the command after `--`: \(line)")
    }
  }

  func run() async throws {
    let world = sessionArguments.liveWorld(isVerbose: verbosity.verbose)
    let request = try sessionArguments.request(world, confirmation: confirmation.confirm)
    let activeSession = try await Switcher(world).activate(entry.entry, request)
    let wanted = delivery.chosen ?? activeSession.settings.credentials
    guard wanted != .keys else {
      throw ExitCode(try await recordedStatus(as: activeSession, .keys, world))
    }
    let childCredentials = try await ChildCredentials(of: activeSession, by: wanted, world)
    let status: Int32
    do {
      status = try await recordedStatus(as: activeSession, childCredentials.delivery, world)
    } catch {
      await childCredentials.end()
      throw error
    }
    await childCredentials.end()
    throw ExitCode(status)
  }

  private func recordedStatus(
    as activeSession: ActiveSession, _ delivery: DeliveryMethod, _ world: World
  ) async throws -> Int32 {
    try await withHistoryRecord(.exec, activeSession, world) {
      try status(as: activeSession, delivery, world)
    }
  }

  private func status(
    as activeSession: ActiveSession, _ delivery: DeliveryMethod, _ world: World
  ) throws -> Int32 {
    let identity = activeSession.identity(world.environment, delivery: delivery)
    let environment = childEnvironment(world.environment, for: identity)
    do throws(SpawnError) {
      let path = try findCommand(command[0], environment: environment)
      return try runBeside(Child(path: path, arguments: command, environment: environment)).status
    } catch {
      throw CommandError(status: error.status, description: "\(error)")
    }
  }
}
