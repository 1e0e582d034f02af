import ArgumentParser

/// `-v`, for commands that ask AWS.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say on standard error what is asked of AWS; never a secret.")
  var verbose = false
}
