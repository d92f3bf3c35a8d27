// What the system's memory can be told, which the overlays of Swift leave out. Only glibc can be told anything.
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Memory that becomes free stays with the program: blocks of any size come from its heap, which never shrinks.
static inline void keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 0x7fffffff);
#endif
}
