package import Accounts

/// What is known of an entry beyond its row, once its chain has been followed and the history was asked.
package struct Details: Equatable, Sendable {
  package enum Chain: Equatable, Sendable {
    /// From stored credentials to the entry's role, and where STS is asked; nil where it has no part in it.
    case steps([Step], sts: STS?)
    /// Why the entry cannot be switched to, in sentences.
    case broken(String)
  }

  package struct STS: Equatable, Sendable {
    package var url: String
    package var region: String

    package init(url: String, region: String) {
      self.url = url
      self.region = region
    }
  }

  /// A switch that happened.
  package struct Use: Equatable, Sendable {
    package var at: Moment
    package var how: SwitchRecord.Method
    /// How the child ended; nil while it runs, and where there is none.
    package var exitStatus: Int?

    package init(at moment: Moment, how: SwitchRecord.Method, exitStatus: Int? = nil) {
      at = moment
      self.how = how
      self.exitStatus = exitStatus
    }
  }

  package var chain: Chain
  /// What of it is not used as it is written in the files, in sentences.
  package var problems: [String] = []
  /// The newest switches, newest first.
  package var uses: [Use]
  /// How many switches there were, those included.
  package var useCount: Int

  package init(chain: Chain, uses: [Use] = [], useCount: Int = 0) {
    self.chain = chain
    self.uses = uses
    self.useCount = useCount
  }
}

/// Details, and the entry that they were found out of.
struct LoadedDetails: Equatable, Sendable {
  var entry: Entry
  /// Cleaned.
  var details: Details
  /// Nil where its account is not known.
  var others: OtherEntries?
}

/// The other entries of an account.
struct OtherEntries: Equatable, Sendable {
  /// The display names of the first of them.
  var names: [String]
  var count: Int
}
