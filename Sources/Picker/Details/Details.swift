package import Accounts
package import Text

/// Details of an entry beyond its row, from its chain and the history.
package struct Details: Equatable, Sendable {
  package enum Chain: Equatable, Sendable {
    /// The steps from stored credentials to the entry's role, and the STS endpoint; nil if STS is
    /// not used.
    case steps([Step], sts: STS?)
    /// The reason why the entry cannot be used, in sentences.
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

  /// One past switch.
  package struct Use: Equatable, Sendable {
    package var at: Moment
    package var how: SwitchRecord.Method
    /// The exit status of the child; nil while it runs, or if there is no child.
    package var exitStatus: Int?

    package init(at moment: Moment, how: SwitchRecord.Method, exitStatus: Int? = nil) {
      at = moment
      self.how = how
      self.exitStatus = exitStatus
    }
  }

  package var chain: Chain
  /// Sentences about settings that are not used as written in the files.
  package var problems: [String] = []
  /// The newest switches, newest first.
  package var uses: [Use]
  /// The number of all switches, including `uses`.
  package var useCount: Int

  package init(chain: Chain, uses: [Use] = [], useCount: Int = 0) {
    self.chain = chain
    self.uses = uses
    self.useCount = useCount
  }
}

/// Loaded details and their entry.
struct LoadedDetails: Equatable, Sendable {
  var entry: Entry
  /// Cleaned.
  var details: Details
  /// Nil if the account is not known.
  var others: OtherEntries?
}

/// The other entries of an account.
struct OtherEntries: Equatable, Sendable {
  /// The display names of the first few.
  var names: [String]
  var count: Int
}

extension Details {
  /// One step of a chain.
  package struct Step: Equatable, Sendable {
    package var kind: Entry.Kind
    /// The profile that defines the step; nil if the environment does.
    package var profile: String?
    /// The ARN of the role that the step assumes, if it is known.
    package var roleARN: String?
    package var mfaDevice: String?
    package var externalID: String?
    /// The requested session duration in seconds.
    package var duration: Int?
    /// Further facts about the step.
    package var facts: [Fact]

    package init(
      _ kind: Entry.Kind, profile: String?, roleARN: String? = nil, mfaDevice: String? = nil,
      externalID: String? = nil, duration: Int? = nil, facts: [Fact] = []
    ) {
      self.kind = kind
      self.profile = profile
      self.roleARN = roleARN
      self.mfaDevice = mfaDevice
      self.externalID = externalID
      self.duration = duration
      self.facts = facts
    }
  }

  package struct Fact: Equatable, Sendable {
    package var title: String
    package var value: String

    package init(_ title: String, _ value: String) {
      self.title = title
      self.value = value
    }
  }
}

extension Details {
  /// The details with all text from files cleaned for the terminal.
  var cleaned: Details {
    var details = self
    details.problems = problems.map(\.cleaned)
    switch chain {
    case .steps(let steps, let sts):
      details.chain = .steps(steps.map(\.cleaned), sts: sts?.cleaned)
    case .broken(let reason): details.chain = .broken(reason.cleanedLines)
    }
    return details
  }
}

extension Details.Step {
  fileprivate var cleaned: Details.Step {
    Details.Step(
      kind, profile: profile?.cleaned, roleARN: roleARN?.cleaned, mfaDevice: mfaDevice?.cleaned,
      externalID: externalID?.cleaned, duration: duration,
      facts: facts.map { Details.Fact($0.title, $0.value.cleaned) })
  }
}

extension Details.STS {
  fileprivate var cleaned: Details.STS { Details.STS(url: url.cleaned, region: region.cleaned) }
}
