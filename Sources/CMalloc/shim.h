// What the system's memory can be told, which the overlays of Swift leave out. Only glibc can be told anything.
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Memory that becomes free stays with the program: blocks come from its heap, which never shrinks. Only blocks of 512 KiB
/// and more are asked of the system and given back to it: an array that grows with a very large set leaves one behind
/// at each doubling, which nothing smaller fills again. What a piece of a large file needs is less, so that it stays for
/// the next piece.
static inline void keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 19);
  mallopt(M_TRIM_THRESHOLD, 0x7fffffff);
#endif
}
