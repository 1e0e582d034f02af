import Accounts

extension World {
  /// The themes of these names, all without any, and a sentence for each that cannot be used.
  func themes(named names: [String] = []) -> (usable: [NamedScheme], faults: [String]) {
    let schemes = schemes
    var usable: [NamedScheme] = []
    var faults = names.isEmpty ? [schemes.listingProblem].compactMap(\.self) : []
    for name in names.isEmpty ? schemes.names : names {
      do {
        usable.append(try schemes.scheme(named: name))
      } catch {
        faults.append("\(error)")
      }
    }
    return (usable, faults)
  }
}
