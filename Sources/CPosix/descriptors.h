#pragma once

#include <stdbool.h>

/// In a child, before exec: what was opened since `switchback_note_descriptors` is not for the program, whoever
/// opened it.
void descriptors_keep_ours(void);
