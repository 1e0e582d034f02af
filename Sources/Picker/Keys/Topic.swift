/// What the help puts under one heading.
enum Topic: String, Sendable, CaseIterable {
  case switching = "Switch"
  case moving = "Move"
  case finding = "Find"
  case arranging = "Arrange"
  case looking = "Look"
  case editing = "Edit"
  case typing = "Type"
  case leaving = "Leave"

  var title: String { rawValue }
}
