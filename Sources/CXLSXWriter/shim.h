#include <xlsxwriter.h>

// glibc tells of it only to who asks for GNU's extensions before the first header, which no header of a module can do.
int memfd_create(const char *name, unsigned int flags);

/// A file in memory that bears no name and is gone when it is closed, or with the process; below zero where there is none to be had.
static inline int file_in_memory(void) { return memfd_create("workbook", 1U /* MFD_CLOEXEC */); }
