/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parts are cut into tokens and into sentences independently, and then laid over each other: an
 * address with a full stop in it is one token whatever the sentences think. After that each token
 * learns in turn what its neighbours, the dictionary and the lists say of it.
 */
#include "language/analysis.h"

#include "base/utf8.h"
#include "language/guess.h"
#include "language/letters.h"
#include "language/lexer.h"
#include "language/sentence.h"

#define HEADING_WORDS_MAX 8 /* a line without an end mark that is longer is a sentence */
#define ACRONYM_LETTERS_MAX 6
#define SHOUT_LETTERS_MIN 5 /* "ILMAINEN" has a reading in small letters: shouted, no acronym */
#define NAME_LETTERS_MIN 3
#define OWN_WORDS_BYTES_MAX (64u << 10) /* some 5,000 words; what is beyond is not looked for */
#define BENDING_LETTERS_MIN 6    /* shorter names are looked for whole: "Kela" is no "Kello" */
#define FIRST_OTHER_SCRIPT 0x370 /* Greek and everything behind it */

/* An analysis while it is made. */
struct making {
    struct arena *arena;
    const struct language_kit *kit;
    const struct analysis_input *input;
    struct analysis *analysis;
    struct part *parts;
    struct token *tokens;
    size_t token_count;
    struct sentence *sentences;
    size_t sentence_count;
    const struct word_list *everyday, *domain, *abbreviations;
    struct word_list *own_words;
    struct str *names; /* lower case, without the last letter, which bends */
    size_t name_count;
    bool finnish;
};

bool token_counts(const struct token *token)
{
    return token->kind <= TOKEN_EMAIL;
}

bool part_is_scored(enum part_kind kind)
{
    return kind != PART_TITLE && kind != PART_FACT;
}

/* Without ":n"; the word itself when there is none. */
static struct str without_suffix(struct str word)
{
    ptrdiff_t colon = str_find_byte(word, ':');
    return colon > 0 ? str_slice(word, 0, (size_t)colon) : word;
}

static size_t count_letters(struct str form)
{
    size_t letters = 0;
    uint32_t point;
    while (utf8_next(&form, &point))
        letters += utf8_is_letter(point) || utf8_is_digit(point) || point == '-';
    return letters;
}

/* Takes the full stop of "esim." into the word. */
static void note_stop(const struct making *making, struct str text, struct token *token)
{
    size_t end = token->from + token->bytes;
    struct list_word word = { .lower = token->lower };
    bool listed = word_list_find(making->abbreviations, &word, 1, NULL) != NULL;
    word.stop_follows = end < text.bytes && text.at[end] == '.';
    if (word.stop_follows) {
        token->flags |= TOKEN_STOP_FOLLOWS;
        if (!listed && word_list_find(making->abbreviations, &word, 1, NULL)) {
            listed = true;
            token->bytes++;
        }
    }
    token->flags |= listed ? TOKEN_ABBREVIATION : 0;
}

static void add_token(struct making *making, size_t part, struct str text, struct token token,
                      size_t *at)
{
    struct str raw = str_slice(text, token.from, token.bytes);
    token.part = part;
    token.form = letters_clean(making->arena, raw);
    token.lower = letters_lower(making->arena, token.form);
    token.stem = token.form;
    if (token.kind == TOKEN_WORD) {
        token.letters = count_letters(token.form);
        note_stop(making, text, &token);
        *at = token.from + token.bytes;
    }
    *ARENA_PUSH(making->arena, making->tokens, making->token_count) = token;
}

static void cut_tokens(struct making *making, size_t part)
{
    struct str text = making->parts[part].text;
    struct token token;
    size_t at = 0;
    while (lexer_token(text, &at, &token))
        add_token(making, part, text, token, &at);
}

/* True for what ends in a mark, closing quotes and brackets behind it not counted. */
static bool ends_in_mark(struct str sentence)
{
    static const char *const closers[] = { "\"", ")", "'", "\xE2\x80\x9D", "\xC2\xBB" };
    static const char *const marks[] = { ".", "!", "?", "\xE2\x80\xA6", "\xD8\x9F" };
    for (size_t i = 0; i < ARRAY_LEN(closers); i++) {
        if (str_ends(sentence, closers[i]))
            sentence.bytes -= strlen(closers[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (str_ends(sentence, marks[i]))
            return true;
    }
    return false;
}

static void cut_sentences(struct making *making, size_t part, size_t first_token)
{
    struct str text = making->parts[part].text, rest = text, cut;
    size_t token = first_token;
    while (sentence_next(&rest, &cut)) {
        struct sentence sentence = { .part = part,
                                     .first = token,
                                     .from = (size_t)(cut.at - text.at),
                                     .bytes = cut.bytes,
                                     .complete = ends_in_mark(cut) };
        size_t end = sentence.from + sentence.bytes;
        for (; token < making->token_count && making->tokens[token].from < end; token++) {
            making->tokens[token].sentence = making->sentence_count;
            sentence.words += token_counts(&making->tokens[token]);
        }
        sentence.count = token - sentence.first;
        *ARENA_PUSH(making->arena, making->sentences, making->sentence_count) = sentence;
    }
    /* Tokens behind the last sentence: a text of signs that trimming does not know. */
    for (; token < making->token_count; token++)
        making->tokens[token].sentence = making->sentence_count ? making->sentence_count - 1 : 0;
}

/* A short paragraph without an end mark before another text of the body is a heading. */
static void find_heading(struct making *making, size_t part, size_t first_sentence)
{
    bool followed =
        part + 1 < making->input->part_count && making->parts[part + 1].kind != PART_FACT;
    if (making->parts[part].kind != PART_PARAGRAPH || !followed ||
        making->sentence_count != first_sentence + 1)
        return;
    const struct sentence *sentence = &making->sentences[first_sentence];
    if (!sentence->complete && sentence->words <= HEADING_WORDS_MAX)
        making->parts[part].kind = PART_HEADING;
}

static void note_labels(struct making *making, size_t part, size_t first_sentence)
{
    enum part_kind kind = making->parts[part].kind;
    for (size_t i = first_sentence; i < making->sentence_count; i++) {
        struct sentence *sentence = &making->sentences[i];
        bool text = kind == PART_PARAGRAPH || kind == PART_LEAD;
        sentence->label = !sentence->complete && (!text || sentence->words <= HEADING_WORDS_MAX);
        if (part_is_scored(kind))
            making->analysis->words += sentence->words;
    }
}

static void cut_part(struct making *making, size_t part)
{
    size_t first_token = making->token_count, first_sentence = making->sentence_count;
    making->analysis->broken |= !utf8_is_valid(making->parts[part].text);
    cut_tokens(making, part);
    cut_sentences(making, part, first_token);
    find_heading(making, part, first_sentence);
    note_labels(making, part, first_sentence);
}

/* Capitals of a form: how many letters, how many of them capitals, does it begin with one? */
struct capitals {
    size_t letters, capitals;
    bool first, other_script;
};

static struct capitals capitals_of(struct str form)
{
    struct capitals all = { 0 };
    uint32_t point;
    while (utf8_next(&form, &point)) {
        if (!utf8_is_letter(point))
            continue;
        all.first |= all.letters == 0 && utf8_is_upper(point);
        all.other_script |= point >= FIRST_OTHER_SCRIPT;
        all.letters++;
        all.capitals += utf8_is_upper(point);
    }
    return all;
}

static void note_capitals(struct making *making, struct token *token)
{
    struct capitals all = capitals_of(without_suffix(token->form));
    bool latin = str_is(str_of(language_script(making->input->language)), "Latn");
    if (all.first)
        token->flags |= TOKEN_CAPITAL;
    if (all.letters >= 2 && all.capitals == all.letters)
        token->flags |= TOKEN_ALL_CAPS;
    if (latin && all.other_script)
        token->flags |= TOKEN_FOREIGN;
    if (str_starts(token->form, "-") || str_ends(token->form, "-"))
        token->flags |= TOKEN_HYPHEN;
}

static bool is_quote(struct str mark)
{
    return str_is(mark, "\"") || str_is(mark, "\xE2\x80\x9C") || str_is(mark, "\xE2\x80\x9D") ||
           str_is(mark, "\xE2\x80\x9E") || str_is(mark, "\xC2\xBB") || str_is(mark, "\xC2\xAB");
}

/* First words, quotes. Behind a colon or an opening quote a capital says nothing either. */
static void walk_sentence(struct making *making, const struct sentence *sentence)
{
    bool start = true, quoted = false;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct token *token = &making->tokens[i];
        if (token->kind == TOKEN_PUNCTUATION && is_quote(token->form)) {
            quoted = !quoted;
            start |= quoted;
        }
        start |= token->kind == TOKEN_PUNCTUATION && str_is(token->form, ":");
        token->flags |= quoted ? TOKEN_QUOTED : 0;
        if (token->kind != TOKEN_WORD) {
            start &= !token_counts(token);
            continue;
        }
        note_capitals(making, token);
        token->flags |= start ? TOKEN_SENTENCE_START : 0;
        start = false;
    }
}

/* True when every word of the sentence that can be is written in capitals, and there are two. */
static bool is_shouted(const struct making *making, const struct sentence *sentence)
{
    size_t words = 0;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const struct token *token = &making->tokens[i];
        if (token->kind != TOKEN_WORD)
            continue;
        if (!(token->flags & TOKEN_ALL_CAPS))
            return false;
        words++;
    }
    return words >= 2;
}

/* The readings of a word: as written, in small letters, without ":n". */
static void read_word(struct making *making, struct token *token)
{
    const struct str forms[] = { token->form, token->lower, without_suffix(token->form) };
    for (size_t i = 0; i < ARRAY_LEN(forms) && token->readings.count == 0; i++) {
        if (i > 0 && str_equal(forms[i], forms[i - 1]))
            continue;
        token->readings = morphology_read(making->kit->morphology, making->arena, forms[i]);
        token->stem = token->readings.count > 0 ? forms[i] : token->stem;
    }
    if (token->readings.count == 0)
        token->flags |= TOKEN_UNKNOWN;
}

static void note_acronym(struct token *token, bool shouted)
{
    size_t letters = capitals_of(without_suffix(token->form)).letters;
    bool word = letters >= SHOUT_LETTERS_MIN && token->readings.count > 0 &&
                !token_all(token, (struct trait){ .classes = ONE_OF(CLASS_ABBREVIATION) });
    if ((token->flags & TOKEN_ALL_CAPS) && !shouted && letters <= ACRONYM_LETTERS_MAX && !word)
        token->flags |= TOKEN_ACRONYM;
}

#define NAME_CLASSES                                                                               \
    (ONE_OF(CLASS_NAME) | ONE_OF(CLASS_FIRST_NAME) | ONE_OF(CLASS_LAST_NAME) |                     \
     ONE_OF(CLASS_PLACE_NAME))

static bool is_given_name(const struct making *making, struct str lower)
{
    for (size_t i = 0; i < making->name_count; i++) {
        struct str name = making->names[i];
        if (lower.bytes >= name.bytes && memcmp(lower.at, name.at, name.bytes) == 0)
            return true;
    }
    return false;
}

static bool is_name(const struct making *making, const struct token *token, bool shouted)
{
    if (!(token->flags & TOKEN_CAPITAL) || shouted)
        return false;
    if (token_all(token, (struct trait){ .classes = NAME_CLASSES }))
        return true;
    if (is_given_name(making, token->lower))
        return true;
    return !(token->flags & (TOKEN_SENTENCE_START | TOKEN_ALL_CAPS));
}

/*
 * The everyday list holds base forms in Finnish: a verb behind a participle does not count. In
 * English it holds "don" for "don't" and "it" for "it's", and no single letters ("a", "I").
 */
static bool is_everyday(const struct making *making, const struct token *token)
{
    ptrdiff_t apostrophe = str_find_byte(token->lower, '\'');
    if (token->letters <= 1 || word_list_find_form(making->everyday, token->lower) ||
        (apostrophe > 0 &&
         word_list_find_form(making->everyday, str_slice(token->lower, 0, (size_t)apostrophe))))
        return true;
    for (size_t i = 0; i < token->readings.count; i++) {
        struct str base = letters_lower(making->arena, token->readings.at[i].base);
        if (word_list_find_form(making->everyday, base))
            return true;
    }
    return false;
}

static void note_lists(struct making *making, size_t at)
{
    struct token *token = &making->tokens[at];
    struct list_word word = { token->lower, token->readings, false };
    if (is_everyday(making, token))
        token->flags |= TOKEN_COMMON;
    if (word_list_find(making->domain, &word, 1, NULL) ||
        word_list_find(making->own_words, &word, 1, NULL))
        token->flags |= TOKEN_DOMAIN;
}

static void note_exempt(struct token *token)
{
    unsigned exempt = TOKEN_NAME | TOKEN_ACRONYM | TOKEN_ABBREVIATION | TOKEN_FOREIGN;
    struct trait aside = { .classes = ONE_OF(CLASS_ABBREVIATION) | ONE_OF(CLASS_NUMERAL) };
    if ((token->flags & exempt) || token_all(token, aside))
        token->flags |= TOKEN_EXEMPT;
}

static void learn_words(struct making *making, const struct sentence *sentence)
{
    bool shouted = is_shouted(making, sentence);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        struct token *token = &making->tokens[i];
        if (token->kind != TOKEN_WORD)
            continue;
        if (making->finnish && !(token->flags & TOKEN_FOREIGN))
            read_word(making, token);
        note_acronym(token, shouted);
        token->flags |= is_name(making, token, shouted) ? TOKEN_NAME : 0;
        note_lists(making, i);
        note_exempt(token);
    }
}

/* The words of the sender's names; the last letter of a long one bends ("Niemelä", "Niemelän",
 * "Virrat"). */
static void gather_names(struct making *making)
{
    for (size_t i = 0; i < making->input->name_count; i++) {
        struct str text = letters_clean(making->arena, making->input->names[i]);
        struct token token;
        size_t at = 0;
        while (lexer_token(text, &at, &token)) {
            struct str word = str_slice(text, token.from, token.bytes);
            size_t letters = utf8_length(word);
            if (token.kind != TOKEN_WORD || letters < NAME_LETTERS_MIN || !capitals_of(word).first)
                continue;
            bool bends = letters >= BENDING_LETTERS_MIN;
            word = utf8_head(letters_lower(making->arena, word), letters - bends);
            *ARENA_PUSH(making->arena, making->names, making->name_count) = word;
        }
    }
}

/* One list of all of them, since a list makes room for each text that is added. */
static void gather_own_words(struct making *making)
{
    const struct analysis_input *input = making->input;
    struct text rows = text_new(making->arena, OWN_WORDS_BYTES_MAX);
    for (size_t i = 0; i < input->own_word_count; i++) {
        text_add(&rows, input->own_words[i]);
        text_add_c(&rows, "\n");
    }
    if (rows.bytes == 0)
        return;
    making->own_words = word_list_new(making->arena);
    if (!word_list_add(making->own_words, text_str(&rows)))
        making->own_words = NULL; /* never: the rows are far smaller than a list may be */
}

static void open_lists(struct making *making)
{
    enum language language = making->input->language;
    making->everyday = kit_list(making->kit, "everyday", language);
    making->domain = kit_list(making->kit, "rare-word", language);
    making->abbreviations = kit_list(making->kit, "abbreviation", language);
    making->finnish = language == LANGUAGE_FI && making->kit && making->kit->morphology;
}

const struct analysis *analysis_make(struct arena *arena, const struct language_kit *kit,
                                     const struct analysis_input *input)
{
    struct making making = { .arena = arena,
                             .kit = kit,
                             .input = input,
                             .analysis = ARENA_NEW(arena, struct analysis),
                             .parts = ARENA_ARRAY(arena, struct part, input->part_count + 1) };
    for (size_t i = 0; i < input->part_count; i++)
        making.parts[i] = input->parts[i];
    open_lists(&making);
    gather_names(&making);
    gather_own_words(&making);
    for (size_t i = 0; i < input->part_count; i++)
        cut_part(&making, i);
    for (size_t i = 0; i < making.sentence_count; i++)
        walk_sentence(&making, &making.sentences[i]);
    for (size_t i = 0; i < making.sentence_count; i++)
        learn_words(&making, &making.sentences[i]);
    struct analysis *analysis = making.analysis;
    analysis->language = input->language;
    analysis->looks_like = guess_language(input->language, making.tokens, making.token_count);
    analysis->morphology = making.finnish;
    analysis->kit = kit;
    analysis->parts = making.parts;
    analysis->part_count = input->part_count;
    analysis->sentences = making.sentences;
    analysis->sentence_count = making.sentence_count;
    analysis->tokens = making.tokens;
    analysis->token_count = making.token_count;
    return analysis;
}

const struct word_row *analysis_find(const struct analysis *analysis, const struct word_list *list,
                                     size_t token, size_t *ret_tokens)
{
    struct list_word words[WORD_TERM_WORDS];
    size_t count = 0, sentence = analysis->tokens[token].sentence;
    for (size_t i = token; list && i < analysis->token_count && count < WORD_TERM_WORDS; i++) {
        const struct token *at = &analysis->tokens[i];
        if (at->part != analysis->tokens[token].part || at->sentence != sentence ||
            !token_counts(at))
            break;
        words[count++] =
            (struct list_word){ at->lower, at->readings, (at->flags & TOKEN_STOP_FOLLOWS) != 0 };
    }
    return word_list_find(list, words, count, ret_tokens);
}

bool analysis_is_exempt(const struct analysis *analysis, size_t token, const char *rule_id)
{
    const struct word_list *list = kit_list(analysis->kit, "exempt", analysis->language);
    const struct word_row *row = analysis_find(analysis, list, token, NULL);
    struct str ids = row ? row->answer : (struct str){ 0 }, id;
    while (str_next(&ids, ' ', &id)) {
        if (str_is(id, rule_id))
            return true;
    }
    return false;
}
