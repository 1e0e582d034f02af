import CPosix

/// Leaves the byte strings of a hold where signal handlers find them.
///
/// One that is too long, which no terminfo entry and no label is, counts as empty.
func storeGuardBytes(enter: [UInt8], again: [UInt8], leave: [UInt8]) {
  for (part, bytes) in [
    (SWITCHBACK_ENTER, enter), (SWITCHBACK_AGAIN, again), (SWITCHBACK_LEAVE, leave),
  ] where !switchback_keep(Int32(part), bytes, bytes.count) {
    _ = switchback_keep(Int32(part), [], 0)
  }
}
