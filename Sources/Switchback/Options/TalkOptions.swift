import ArgumentParser

/// `-v`, for commands that ask AWS.
struct VerbosityOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Log AWS requests to stderr (no secrets).")
  var verbose = false
}
