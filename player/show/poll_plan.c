/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The jitter comes from a counter that is scrambled (the way of splitmix64): any seed will do,
 * also two that lie side by side, as machine numbers do. A linear generator was weighed: its first
 * numbers of neighbouring seeds are neighbours, which is the very thing jitter is for.
 */
#include "show/poll_plan.h"

/* Jitter of ±10 %: at 300 s a county's screens spread over a minute. */
#define JITTER 0.1
/* 2 to the 20th is over an hour of any interval that a test may choose. */
#define DOUBLINGS_MAX 20

static uint64_t random_next(struct poll_plan *plan)
{
    plan->random += UINT64_C(0x9e3779b97f4a7c15); /* odd, so that every number comes up */
    uint64_t mixed = plan->random;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
    return mixed ^ (mixed >> 31);
}

/* From 0 to just under 1. */
static double random_share(struct poll_plan *plan)
{
    return (double)(random_next(plan) >> 11) * 0x1p-53;
}

struct poll_plan poll_plan_new(double interval_s, uint64_t seed)
{
    return (struct poll_plan){ .interval_s = interval_s, .random = seed };
}

/* The interval, doubled with each failure. An interval that is longer than the cap stays. */
static double backed_off(const struct poll_plan *plan)
{
    double wait = plan->interval_s;
    for (int i = 0; i < plan->failures && wait < POLL_PLAN_WAIT_MAX_S; i++)
        wait = wait * 2 < POLL_PLAN_WAIT_MAX_S ? wait * 2 : POLL_PLAN_WAIT_MAX_S;
    return wait;
}

double poll_plan_next(struct poll_plan *plan, bool went_well)
{
    if (went_well)
        plan->failures = 0;
    else if (plan->failures < DOUBLINGS_MAX)
        plan->failures++;
    return backed_off(plan) * (1 - JITTER + 2 * JITTER * random_share(plan));
}
