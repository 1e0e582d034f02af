import AWSConfig
import Accounts
import ArgumentParser

/// `switchback explain ENTRY`.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the chain behind an entry, from stored credentials to its role.",
    discussion: "Nothing is asked of AWS, and no secret is shown.")

  @OptionGroup var entry: EntryArgument
  @OptionGroup var region: RegionOption
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = World.live()
    let configuration = Configuration.read(in: world)
    let entry = try configuration.catalogue.entry(named: entry.entry)
    let plan = try Plan(
      entry: entry.name, in: configuration, environment: world.environment, region: region.region)
    let explanation = Explanation(entry, plan)
    world.print(json ? explanation.json.printed() + "\n" : explanation.text)
  }
}
