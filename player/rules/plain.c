/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See plain.h. Rules note every place; what is told of them is decided here alone. */
#include "rules/plain.h"

#include "language/rewrite_cut.h"

static unsigned language_bit(enum language language)
{
    switch (language) {
    case LANGUAGE_FI:
        return PLAIN_FI;
    case LANGUAGE_SV:
        return PLAIN_SV;
    case LANGUAGE_EN:
        return PLAIN_EN;
    default:
        return 0;
    }
}

/* What is missing for a rule here, if anything. */
static enum lack lack_of(const struct analysis *analysis, unsigned needs)
{
    if (needs & PLAIN_LISTS && !analysis->kit)
        return LACK_WORD_LISTS;
    bool finnish = analysis->language == LANGUAGE_FI;
    return needs & PLAIN_MORPHOLOGY && finnish && !analysis->morphology ? LACK_VOIKKO : LACK_NONE;
}

bool plain_begin(const struct rule_input *input, struct report *report, enum rule rule,
                 unsigned needs, struct plain *ret_plain)
{
    const struct analysis *analysis = input->analysis;
    if (!analysis || analysis->looks_like != analysis->language ||
        !(needs & language_bit(analysis->language)) || report_is_off(report, rule))
        return false;
    enum lack lack = lack_of(analysis, needs);
    if (lack != LACK_NONE) {
        report_skip(report, rule, lack);
        return false;
    }
    struct morphology *morphology = analysis->kit ? analysis->kit->morphology : NULL;
    *ret_plain = (struct plain){
        .input = input,
        .analysis = analysis,
        .report = report,
        .arena = report->arena,
        .rewriter = { analysis->morphology ? morphology : NULL, report->arena },
        .rule = rule,
    };
    return true;
}

const struct word_list *plain_list(const struct plain *plain)
{
    return kit_list(plain->analysis->kit, rule_info(plain->rule)->id, plain->analysis->language);
}

bool plain_is_exempt(const struct plain *plain, size_t token)
{
    const struct token *at = &plain->analysis->tokens[token];
    return at->flags & TOKEN_NAME ||
           analysis_is_exempt(plain->analysis, token, rule_info(plain->rule)->id);
}

struct plain_hit *plain_note(const struct plain *plain, struct plain_hits *hits,
                             enum finding_code code, size_t first, size_t last)
{
    struct plain_hit *hit = ARENA_PUSH(plain->arena, hits->at, hits->count);
    *hit = (struct plain_hit){ .code = code, .first = first, .last = last };
    return hit;
}

struct plain_hit *plain_note_sentence(const struct plain *plain, struct plain_hits *hits,
                                      enum finding_code code, size_t sentence)
{
    const struct sentence *of = &plain->analysis->sentences[sentence];
    return plain_note(plain, hits, code, of->first, plain_sentence_end(of) - 1);
}

void plain_arg(struct plain_hit *hit, struct str value)
{
    hit->args[hit->arg_count++] = value;
}

void plain_arg_words(const struct plain *plain, struct plain_hit *hit)
{
    plain_arg(hit, rewrite_quote(plain->arena, plain->analysis, hit->first, hit->last));
}

void plain_arg_example(const struct plain *plain, struct plain_hit *hit, struct str made)
{
    bool model = made.bytes == 0;
    plain_arg(hit, model ? plain_model(plain->rule, plain->analysis->language) : made);
}

void plain_arg_count(const struct plain *plain, struct plain_hit *hit, size_t count)
{
    hit->found = str_format(plain->arena, "%zu", count);
    plain_arg(hit, hit->found);
}

/* A word is the same in all its forms, other places when they read alike. */
static struct str key_of(const struct plain *plain, const struct plain_hit *hit)
{
    if (hit->first == PLAIN_WHOLE)
        return (struct str){ 0 };
    if (hit->first == hit->last)
        return token_lemma(&plain->analysis->tokens[hit->first]);
    return rewrite_quote(plain->arena, plain->analysis, hit->first, hit->last);
}

/* The places without those that were told before: each once. */
static struct plain_hits each_once(const struct plain *plain, const struct plain_hits *hits)
{
    struct plain_hits once = { ARENA_ARRAY(plain->arena, struct plain_hit, hits->count + 1), 0 };
    struct str *keys = ARENA_ARRAY(plain->arena, struct str, hits->count + 1);
    for (size_t i = 0; i < hits->count; i++) {
        struct str key = key_of(plain, &hits->at[i]);
        bool again = false;
        for (size_t j = 0; j < once.count && !again; j++)
            again = once.at[j].code == hits->at[i].code && str_equal(keys[j], key);
        if (again)
            continue;
        keys[once.count] = key;
        once.at[once.count++] = hits->at[i];
    }
    return once;
}

static struct finding *add_finding(const struct plain *plain, const struct plain_hit *hit)
{
    const struct analysis *analysis = plain->analysis;
    if (hit->first == PLAIN_WHOLE)
        return report_add(plain->report, hit->code, rule_place(plain->input, "content"));
    const struct token *first = &analysis->tokens[hit->first];
    const struct token *last = &analysis->tokens[hit->last];
    const struct part *part = &analysis->parts[first->part];
    const struct sender_text *text = &plain->input->texts[part->source];
    size_t start = (size_t)(part->text.at - text->text.at); /* a part may be a piece of a text */
    size_t end = last->part == first->part ? last->from + last->bytes : first->from + first->bytes;
    return rule_add(plain->input, text, start + first->from, end - first->from, hit->code,
                    plain->report);
}

static struct finding *tell(const struct plain *plain, const struct plain_hit *hit)
{
    struct finding *finding = add_finding(plain, hit);
    for (size_t i = 0; i < hit->arg_count; i++)
        finding_arg(plain->report, finding, hit->args[i]);
    finding->found = hit->found;
    finding->limit = hit->limit;
    return finding;
}

void plain_tell(const struct plain *plain, const struct plain_hits *all)
{
    struct plain_hits once = each_once(plain, all);
    const struct plain_hits *hits = &once;
    size_t shown = 0, more = 0;
    struct finding *last = NULL;
    for (int severity = SEVERITY_BLOCK; severity >= SEVERITY_ADVISE; severity--) {
        size_t most = severity == SEVERITY_ADVISE ? shown + PLAIN_HINTS_MAX : PLAIN_SHOWN_MAX;
        for (size_t i = 0; i < hits->count; i++) {
            const struct plain_hit *hit = &hits->at[i];
            if ((int)finding_info(hit->code)->severity != severity)
                continue;
            bool shows = shown < most && shown < PLAIN_SHOWN_MAX;
            last = shows ? tell(plain, hit) : last;
            shown += shows;
            more += !shows;
        }
    }
    if (last)
        last->more = more;
}

struct str plain_words(const struct plain *plain, const size_t *tokens, size_t count)
{
    struct text text = text_new(plain->arena, 1024);
    size_t listed = 0;
    for (size_t i = 0; i < count && listed < PLAIN_LISTED_MAX; i++) {
        const struct token *token = &plain->analysis->tokens[tokens[i]];
        bool again = false;
        for (size_t j = 0; j < i && !again; j++)
            again = str_equal(token_lemma(token), token_lemma(&plain->analysis->tokens[tokens[j]]));
        if (again)
            continue;
        text_add_c(&text, listed++ > 0 ? ", " : "");
        text_add(&text, token->form);
    }
    return text_str(&text);
}
