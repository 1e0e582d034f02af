import Glibc

/// By how many seconds the clocks of this place (`TZ`, else the system's) are ahead of UTC at a moment, in seconds
/// since 1970.
@Sendable func localOffset(at second: Int) -> Int {
  var time = second
  var parts = tm()
  tzset()
  return localtime_r(&time, &parts) == nil ? 0 : parts.tm_gmtoff
}
