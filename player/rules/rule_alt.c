/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * alt-present, alt-length, alt-form: the description of the picture. person-picture: have the
 * people in it agreed? What only the sender can know is a question.
 *
 * A drawing of people shows nobody, and an answer that is given is not asked again: both are looked
 * for in the description and in the rights. Faces are not looked for in pixels: who would do that
 * in a health centre had to ask everybody first.
 */
#include "base/utf8.h"
#include "rules/rule_set.h"
#include "rules/search_text.h"
#include "rules/words.h"

#define ALT_CHARACTERS_BLOCK 250 /* twice what is good: two breaths of a reading voice */
#define WORD_BYTES_MAX 200       /* a longer one is no single word */

/* Descriptions that say nothing but that there is a picture. */
static const char *const marker_words =
    "kuva kuvaa valokuva piirros logo mainos juliste esite dia nimetön otsikko alt alt-teksti "
    "bild foto logotyp affisch teckning namnlös image picture photo img pic graphic poster flyer "
    "slide untitled logo screenshot kuvakaappaus skärmdump фото изображение картинка صورة";

/* First words that only say that it is a picture. */
static const char *const picture_words =
    "kuva kuvassa valokuva valokuvassa bild bilden foto fotot image picture photo";
static const char *const articles = "a an the";

static const char *const file_endings[] = { ".jpg",  ".jpeg", ".png", ".webp", ".gif",
                                            ".heic", ".tif",  ".bmp", ".pdf" };

/* Names that cameras and messengers give. */
static const char *const file_starts[] = { "img_", "img-",     "dsc_",        "dsc0",  "dscn",
                                           "pxl_", "whatsapp", "screenshot_", "image0" };

/* People, in the forms in which they stand in a description; "vauvan sukat" shows nobody. */
static const char *const people =
    "ihminen ihmiset ihmistä ihmisiä henkilö henkilöt henkilöä henkilöitä nainen naiset naista "
    "naisia mies miehet miestä miehiä lapsi lapset lasta lapsia tyttö tytöt tyttöä tyttöjä poika "
    "pojat poikaa poikia vauva vauvat vauvaa vauvoja nuori nuoret nuorta nuoria vanhus vanhukset "
    "vanhusta vanhuksia mummo mummot mummoa mummoja vaari vaarit perhe perheet perhettä perheitä "
    "äiti äidit äitiä isä isät isää isoäiti isoisä ohjaaja ohjaajat ohjaajaa vapaaehtoinen "
    "vapaaehtoiset vapaaehtoista vapaaehtoisia hoitaja hoitajat kasvot pariskunta ystävykset "
    "joukko väkijoukko yleisö kuoro "
    "människa människan människor person personer kvinna kvinnan kvinnor man mannen män barn "
    "barnet barnen flicka flickan flickor pojke pojken pojkar baby ungdom ungdomar familj familjen "
    "mamma pappa mor far par paret ledare publik kör frivillig frivilliga ansikte "
    "people person persons woman women men child children girl girls boy boys kid kids baby "
    "babies family mother father couple volunteer volunteers face faces crowd audience choir "
    "человек человека люди людей женщина женщины женщин мужчина мужчины мужчин ребенок ребёнок "
    "дети детей девочка мальчик семья мама папа "
    "أشخاص شخص شخصان رجل رجال امرأة نساء طفل أطفال عائلة ناس";

static const char *const drawn =
    "piirros piirroksia piirretty piirtänyt piirroskuva kuvitus kuvittanut kuvittaja maalaus "
    "maalannut grafiikka sarjakuva teckning teckningar tecknad tecknat illustration illustratör "
    "målning grafik drawing drawings drawn illustrator painting painted cartoon graphics "
    "рисунок рисунки иллюстрация رسم";

static const char *const agreed =
    "lupa luvan luvat luvalla luvallaan suostumus suostumuksen suostumuksella suostuneet "
    "tillstånd samtycke samtyckt lov permission consent agreed разрешение согласие إذن";

/* ---- words --------------------------------------------------------------------------------- */

static struct sender_text alt_of(const struct rule_input *input)
{
    const struct picture *picture = &input->announcement->picture;
    const struct place *start = &input->announcement->where;
    return (struct sender_text){ .kind = SENDER_ALT,
                                 .element = "img alt",
                                 .text = str_trim(picture->alt),
                                 .line = picture->line > 0 ? picture->line : start->line,
                                 .column = picture->line > 0 ? picture->column : start->column };
}

/* The next word from a point on, without the signs at its ends; false when none is left. */
static bool next_word(const struct search_text *text, size_t *at, size_t *ret_start,
                      size_t *ret_end)
{
    while (*at < text->count && !search_is_letter(text, *at) && !search_is_digit(text, *at))
        (*at)++;
    if (*at >= text->count)
        return false;
    *ret_start = *at;
    while (*at < text->count && (search_is_letter(text, *at) || search_is_digit(text, *at)))
        (*at)++;
    *ret_end = *at;
    return true;
}

static bool has_word(struct arena *arena, struct str text, const char *words)
{
    const struct sender_text sender = { .text = text };
    struct search_text search = search_text_of(arena, &sender);
    for (size_t at = 0, start, end; next_word(&search, &at, &start, &end);)
        if (search_is_one(&search, start, end, words))
            return true;
    return false;
}

/* ---- alt-present --------------------------------------------------------------------------- */

static struct str lower_of(struct arena *arena, struct str text)
{
    struct text lower = text_new(arena, 2 * text.bytes + 4);
    uint32_t point;
    while (utf8_next(&text, &point)) {
        char bytes[4];
        size_t used = utf8_put(utf8_lower(point), bytes);
        text_add(&lower, (struct str){ bytes, used });
    }
    return text_str(&lower);
}

static bool is_file_name(struct arena *arena, struct str alt, struct str href)
{
    struct str lower = lower_of(arena, alt);
    ptrdiff_t slash = str_find_byte(href, '/');
    struct str name = slash < 0 ? href : str_slice(href, (size_t)slash + 1, href.bytes);
    ptrdiff_t stop = str_find_byte(name, '.');
    struct str stem = stop < 0 ? name : str_slice(name, 0, (size_t)stop);
    if (str_find_byte(alt, ' ') < 0 && str_equal(lower, lower_of(arena, stem)))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(file_endings); i++)
        if (str_ends(lower, file_endings[i]))
            return true;
    for (size_t i = 0; i < ARRAY_LEN(file_starts); i++)
        if (str_starts(lower, file_starts[i]))
            return true;
    return false;
}

/* "Kuva", "Kuva 1", "image001". */
static bool is_marker(struct arena *arena, struct str alt)
{
    const struct sender_text sender = { .text = alt };
    struct search_text text = search_text_of(arena, &sender);
    size_t words = 0, markers = 0;
    for (size_t at = 0, start, end; next_word(&text, &at, &start, &end); words++) {
        size_t stem = end;
        while (stem > start && search_is_digit(&text, stem - 1))
            stem--;
        markers += stem == start || search_is_one(&text, start, stem, marker_words);
    }
    return words == markers;
}

enum alt_content { ALT_SAYS_SOMETHING, ALT_IS_EMPTY, ALT_IS_MARKER, ALT_IS_TITLE };

static enum alt_content content_of(const struct announcement *announcement, struct str alt)
{
    if (alt.bytes == 0)
        return ALT_IS_EMPTY;
    if (alt.bytes > WORD_BYTES_MAX)
        return ALT_SAYS_SOMETHING;
    struct arena *scratch = arena_new((size_t)1 << 20);
    enum alt_content content = ALT_SAYS_SOMETHING;
    if (is_marker(scratch, alt) || is_file_name(scratch, alt, announcement->picture.href))
        content = ALT_IS_MARKER;
    else if (str_equal(lower_of(scratch, alt), lower_of(scratch, str_trim(announcement->title))))
        content = ALT_IS_TITLE;
    arena_free(scratch);
    return content;
}

void rule_alt_present(const struct rule_input *input, struct report *report)
{
    static const enum finding_code codes[] = {
        [ALT_IS_EMPTY] = FINDING_ALT_MISSING,
        [ALT_IS_MARKER] = FINDING_ALT_WORD,
        [ALT_IS_TITLE] = FINDING_ALT_TITLE,
    };
    const struct announcement *announcement = input->announcement;
    struct sender_text alt = alt_of(input);
    enum alt_content content = content_of(announcement, alt.text);
    if (!announcement->has_picture || content == ALT_SAYS_SOMETHING)
        return;
    struct finding *finding = rule_add(input, &alt, 0, alt.text.bytes, codes[content], report);
    if (content == ALT_IS_MARKER)
        finding_arg(report, finding, alt.text);
}

/* ---- alt-length ---------------------------------------------------------------------------- */

void rule_alt_length(const struct rule_input *input, struct report *report)
{
    struct sender_text alt = alt_of(input);
    size_t length = utf8_length(alt.text);
    double limit = report_limit(report, RULE_ALT_LENGTH);
    if (!input->announcement->has_picture || (double)length <= limit)
        return;
    bool much = length > ALT_CHARACTERS_BLOCK;
    struct finding *finding =
        rule_add(input, &alt, 0, 0, much ? FINDING_ALT_TOO_LONG : FINDING_ALT_LONG, report);
    finding_number(report, finding, (long)length);
    finding_number(report, finding, (long)limit);
    finding->found = finding->args[0];
    finding->limit = finding->args[1];
}

/* ---- alt-form ------------------------------------------------------------------------------ */

/* Where the words end that only say that it is a picture; 0 for none. */
static size_t picture_start(const struct search_text *text)
{
    size_t end = search_word_end(text, 0);
    if (search_is_one(text, 0, end, articles)) {
        size_t next = search_skip_spaces(text, end);
        size_t next_end = search_word_end(text, next);
        return search_is_one(text, next, next_end, picture_words) ? next_end : 0;
    }
    return search_is_one(text, 0, end, picture_words) ? end : 0;
}

/* The full stops of Latin, Arabic, Devanagari and Chinese; a question or a call is an end too. */
static bool ends_a_sentence(const struct search_text *text)
{
    size_t end = text->count;
    while (end > 0 && (text->points[end - 1] == '"' || text->points[end - 1] == ')' ||
                       text->points[end - 1] == 0x201D || utf8_is_space(text->points[end - 1])))
        end--;
    uint32_t last = end > 0 ? text->points[end - 1] : 0;
    return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x61F ||
           last == 0x6D4 || last == 0x964 || last == 0x3002;
}

void rule_alt_form(const struct rule_input *input, struct report *report)
{
    struct sender_text alt = alt_of(input);
    /* What must be written anew needs no advice on its form. */
    if (!input->announcement->has_picture ||
        content_of(input->announcement, alt.text) != ALT_SAYS_SOMETHING)
        return;
    struct arena *scratch = arena_new((size_t)1 << 20);
    struct search_text text = search_text_of(scratch, &alt);
    size_t start = picture_start(&text);
    if (start > 0 && start < text.count) {
        struct str words = search_slice(&text, 0, start);
        struct finding *finding = rule_add(input, &alt, 0, words.bytes, FINDING_ALT_STARTS, report);
        finding_arg(report, finding, words);
    }
    if (!ends_a_sentence(&text))
        rule_add(input, &alt, 0, 0, FINDING_ALT_STOP, report);
    arena_free(scratch);
}

/* ---- person-picture ------------------------------------------------------------------------ */

#define PEOPLE_LIST "person-picture" /* of content-schema/words, beside the words above */

void rule_person_picture(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    struct sender_text alt = alt_of(input);
    if (!announcement->has_picture)
        return;
    struct arena *scratch = arena_new((size_t)4 << 20);
    bool is_answered = has_word(scratch, announcement->rights, agreed) ||
                       has_word(scratch, announcement->rights, drawn) ||
                       has_word(scratch, alt.text, drawn) ||
                       words_say(input, scratch, alt.text, PEOPLE_LIST, "drawing");
    if (!is_answered && alt.text.bytes == 0)
        rule_add(input, &alt, 0, 0, FINDING_PERSON_UNKNOWN, report);
    else if (!is_answered && (has_word(scratch, alt.text, people) ||
                              words_say(input, scratch, alt.text, PEOPLE_LIST, "people")))
        rule_add(input, &alt, 0, 0, FINDING_PERSON_ASKED, report);
    arena_free(scratch);
}
