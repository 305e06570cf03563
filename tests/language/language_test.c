/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences: the vectors of the plain-language catalogue, part 8, and some of ours. */
#include "language/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void sentences_end_where_a_reader_ends_them(void **state)
{
    static const struct {
        const char *text;
        size_t count;
    } cases[] = {
        { "", 0 },
        { "   ", 0 },
        { "Tule mukaan", 1 },
        { "Ryhmä kokoontuu klo 17.30. Tule mukaan!", 2 },
        { "Tapahtuma on 1.12. Kahvi on ilmainen.", 2 },
        { "Tapahtuma on 1.12. klo 18 kirjastossa.", 1 },
        { "Yhdistys ry. Soita puh. 09 123 4567. Olemme auki ma–pe 9–15.", 3 },
        { "Vaalit ovat 2.–8.4. Äänestä!", 2 },
        { "Katso www.esim.fi/apu. Saat lisää tietoa.", 2 },
        { "Ota yhteys: esim. Matti V. Virtanen (p. 040 123 4567).", 1 },
        { "Kela maksaa n. 500 e/kk. Hae tukea!", 2 },
        { "Tavataan 3. kerroksessa. 4. ryhmä alkaa.", 2 },
        { "Lue lisää s. 4. Tervetuloa!", 2 },
        { "– Tule mukaan! sanoo Liisa.", 1 },
        { "Onko läheisesi kuollut? Ryhmässä tapaat muita.", 2 },
        { "Tule... Kahvi on valmista!", 2 },
        { "هل أنت وحيد؟ تعال إلينا.", 2 },
        { "Ensimmäinen kappale\n\nToinen kappale", 2 },
        { "Rivi on\nkatkaistu keskeltä.", 1 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = sentence_count(str_of(cases[i].text));
        if (count != cases[i].count)
            fail_msg("%s: %zu sentences, not %zu", cases[i].text, count, cases[i].count);
    }
}

static void sentences_join_to_the_whole_text(void **state)
{
    static const char text[] = "Tule! Ota ystävä mukaan. Kahvi on klo 14.";
    struct str rest = str_of(text), sentence;
    (void)state;
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Tule!"));
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Ota ystävä mukaan."));
    assert_true(sentence_next(&rest, &sentence) && str_is(sentence, "Kahvi on klo 14."));
    assert_false(sentence_next(&rest, &sentence));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_a_reader_ends_them),
        cmocka_unit_test(sentences_join_to_the_whole_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
