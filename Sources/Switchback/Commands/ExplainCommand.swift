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
  @OptionGroup var choice: SessionArguments
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = choice.liveWorld()
    let configuration = Configuration.read(in: world)
    configuration.reportUnreadableFiles(in: world)
    let wish = try choice.request(world)
    let (target, plan) = try chosen(wish, configuration, world)
    do throws(UnreadProtectionError) {
      try configuration.checkProtection(of: target)
    } catch {
      world.say("\(error)".cleaned)
    }
    for inclusion in configuration.shared.inclusions(of: plan.chain) {
      world.say(maskingSecrets(inclusion.cleaned) + ".")
    }
    for doubt in plan.valueErrors { world.say("\(doubt)".cleaned) }
    if let region = plan.region { world.say("\(region)") }
    let explanation = Explanation(target.entry, plan)
    try world.print(json ? explanation.json.printed() + "\n" : explanation.text)
  }

  private func chosen(
    _ wish: SwitchRequest, _ configuration: Configuration, _ world: World
  ) throws(CommandError) -> (SwitchTarget, Plan) {
    do {
      let target = try SwitchTarget(entry.entry, source: wish.source, in: configuration)
      return (target, try target.planForDisplay(wish.choice, in: configuration, world.environment))
    } catch {
      throw configuration.failure(error)
    }
  }
}
