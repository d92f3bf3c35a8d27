#ifndef EVENTS_H
#define EVENTS_H

#include <stddef.h>

/// Lets libyaml parse the text and throws every event away. Returns how many events there were, and sets `problem`
/// to what libyaml says is wrong with the text, or to NULL.
unsigned long long count_events(const unsigned char *text, size_t count, const char **problem);

#endif
