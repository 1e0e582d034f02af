import Accounts
import AWSConfig
import ArgumentParser
import Credentials
import Text

/// `switchback explain ENTRY`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the role chain of an entry, from its source credentials to its role.",
    discussion: "Makes no requests, and shows no secrets.")

  @OptionGroup var entry: EntryArgument
  @OptionGroup var sessionArguments: SessionArguments
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = sessionArguments.liveWorld()
    let configuration = Configuration.read(in: world)
    configuration.reportUnreadableFiles(in: world)
    let request = try sessionArguments.request(world)
    let (target, plan) = try chosen(request, configuration, world)
    do throws(UnreadProtectionError) {
      try configuration.checkProtection(of: target)
    } catch {
      world.say("\(error)".cleaned)
    }
    for inclusion in configuration.shared.inclusions(of: plan.chain) {
      world.say(maskingSecrets(inclusion.cleaned) + ".")
    }
    for error in plan.valueErrors { world.say("\(error)".cleaned) }
    if let error = plan.regionError { world.say("\(error)") }
    let explanation = Explanation(target.entry, plan)
    try world.print(json ? explanation.json.printed() + "\n" : explanation.text)
  }

  private func chosen(
    _ request: SwitchRequest, _ configuration: Configuration, _ world: World
  ) throws(CommandError) -> (SwitchTarget, Plan) {
    do {
      let target = try SwitchTarget(entry.entry, source: request.source, in: configuration)
      return (
        target, try target.planForDisplay(request.options, in: configuration, world.environment)
      )
    } catch {
      throw configuration.commandError(error)
    }
  }
}
