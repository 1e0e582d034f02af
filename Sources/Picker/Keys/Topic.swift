/// What the help puts under one heading.
enum Topic: String, Sendable, CaseIterable {
  case switching = "Switch"
  case finding = "Find"
  case arranging = "Arrange"
  case looking = "Look"
  case editing = "Edit"
  case moving = "Move"
  case leaving = "Leave"
  case typing = "Edit text"

  var title: String { rawValue }
}
