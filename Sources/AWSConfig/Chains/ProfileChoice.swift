extension SharedConfig {
  /// The profile that the environment chooses where no profile is named: `AWS_PROFILE`, else
  /// `AWS_DEFAULT_PROFILE`, else `default` where there is one.
  ///
  /// Throws `ChainError` where a variable names a profile that does not exist; an empty one does, too.
  package func chosenProfile(environment: [String: String]) throws(ChainError) -> Profile? {
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
      if let name = environment[variable] { return try existingProfile(name, chosenBy: variable) }
    }
    return profile("default")
  }

  /// The profile of that name; throws `ChainError` with the nearest names where there is none.
  func existingProfile(_ name: String, chosenBy variable: String? = nil) throws(ChainError)
    -> Profile
  {
    if let profile = profile(name) { return profile }
    throw .noSuchProfile(name, chosenBy: variable, hint(for: name, .profile))
  }
}
