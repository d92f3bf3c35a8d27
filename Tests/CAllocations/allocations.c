// Counts the blocks of memory that each thread asks for, by standing before the allocator of the C library.

#define _GNU_SOURCE

#include "allocations.h"

#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define HAS_SANITIZER
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

static _Thread_local uint64_t count;

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) {
  count += 1;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count += 1;
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count += 1;
  return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
  count += 1;
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
  void *made = memalign(alignment, size);
  if (made == NULL) return ENOMEM;
  *block = made;
  return 0;
}

// Swift calls this before an error of a known type is thrown. The testing library then keeps a copy of the error, to tell
// where it was thrown; the program itself asks for nothing.
void swift_willThrowTypedImpl(void *error, const void *type, const void *conformance) {
  typedef void hook(void *, const void *, const void *);
  uint64_t before = count;
  hook *next = (hook *)dlsym(RTLD_NEXT, "swift_willThrowTypedImpl");
  if (next != NULL) next(error, type, conformance);
  count = before;
}

bool counts_allocations(void) { return true; }
uint64_t allocations_of_thread(void) { return count; }

#else

bool counts_allocations(void) { return false; }
uint64_t allocations_of_thread(void) { return 0; }

#endif
