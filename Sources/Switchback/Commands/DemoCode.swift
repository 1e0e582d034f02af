import ArgumentParser
import Canvas
import Credentials
import Foundation
import Sandbox

/// `switchback demo-code`: what the MFA devices of the demo show now.
struct DemoCodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-code",
    abstract: "Show the MFA codes of the demo's devices.",
    shouldDisplay: false)

  @Argument(help: "A device's serial number. Default: all of them.")
  var device: String?

  func run() async throws {
    let world = World.live()
    guard let device else {
      return try world.write(
        alignedColumns(DemoWorld.codes(at: world.clock.machineNow()).map { [$0.code, $0.device] }))
    }
    guard let code = DemoWorld.currentCode(device: device, at: world.clock.machineNow()) else {
      throw CommandError.input("The demo has no MFA device \(device.cleaned).")
    }
    try world.print(code + "\n")
  }
}
