// Debian's libxml2 is built with ICU, whose headers declare what Foundation's ICU, of another version, declares as
// well: a compiler that meets both refuses them. Nothing that is used here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
