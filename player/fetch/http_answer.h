/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a transfer, for whoever asked. Only for the .c files of this folder. */
#pragma once

#include "fetch/http_transfer.h"

/*
 * Judges a transfer that libcurl calls finished, with its result, answers the batch and ends the
 * transfer. Texts of the answer are copied into the batch's arena, if it has one; else they live
 * as long as the call.
 */
void http_answer_give(struct fetch_batch *batch, struct transfer *transfer, CURLcode code);
