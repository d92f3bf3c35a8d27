#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

#include <stdbool.h>
#include <stdint.h>

/// Whether blocks are counted: with the C library of GNU, and without a sanitizer, which puts its own allocator first.
bool counts_allocations(void);

/// How many blocks of memory the calling thread has asked for.
uint64_t allocations_of_thread(void);

#endif
