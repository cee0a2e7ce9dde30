// Hashes of passwords, as crypt(5) has them.
#include <crypt.h>
