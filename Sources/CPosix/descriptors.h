#pragma once

#include <stdbool.h>

/// In a child, before exec: descriptors opened since `switchback_note_descriptors` are not passed
/// to the program, whichever code opened them.
void descriptors_keep_ours(void);
