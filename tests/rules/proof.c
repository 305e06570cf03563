/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "'PROVEN_SOME_RULE' undeclared": the rule has no row in proof_list.h. Write a case that it finds
 * and one that it lets pass, and name them there.
 */
#include "proof_list.h"

#include "base/report.h"

#define X(code, ...) PROVEN_##code,
enum proven { PROOF_LIST(X) PROVEN_COUNT };
#undef X

#define X(code, ...) _Static_assert(PROVEN_##code < PROVEN_COUNT, "a rule has its cases");
RULE_LIST(X)
#undef X

_Static_assert((int)PROVEN_COUNT == (int)RULE_COUNT, "no row is about a rule that is gone");
