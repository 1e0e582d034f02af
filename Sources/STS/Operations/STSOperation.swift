/// One thing that STS can be asked, as a value.
package protocol STSOperation: Sendable {
  associatedtype Answer: Sendable

  /// As AWS calls it: `AssumeRole`.
  static var action: String { get }
  /// False where a token in the request proves who asks, so that no keys are needed.
  static var isSigned: Bool { get }
  /// The parameters as they are sent.
  var form: Form { get }
  /// What STS would refuse without looking further, in sentences; empty where nothing is.
  var faults: [String] { get }
  /// What is told of the request when it fails.
  var asked: Asked { get }
  /// The answer out of the `…Result` element; throws where a part of it is missing.
  static func answer(in result: Element) throws(AnswerFault) -> Answer
}

extension STSOperation {
  package static var isSigned: Bool { true }
}
