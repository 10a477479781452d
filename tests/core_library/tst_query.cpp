#include "core/library/query/query.h"
#include "tests/support/test_main.h"

#include <random>
#include <string>
#include <vector>

#include <QTest>

using namespace prolap;
using namespace prolap::library;

namespace {

using Texts = std::vector<std::string>;

Query query(const std::string& text)
{
    const ParsedQuery parsed = parseQuery(text);
    if (!parsed.errors.empty())
        qWarning("%s: %s", text.c_str(), parsed.errors.front().sentence.c_str());
    return parsed.query;
}

std::string firstError(const std::string& text)
{
    const ParsedQuery parsed = parseQuery(text);
    return parsed.errors.empty() ? std::string() : parsed.errors.front().sentence;
}

} // namespace

class TstQuery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsStayAsTheyAreTyped()
    {
        for (const char* text :
             {"rain on a tin roof", "Don't stop!", "C++ compiler fan", "a 12\" record", "take -2 dB", "well-known hum",
              "Note: quiet", "12:30 bell", "rain+thunder", "- dash", "Überraschung"})
            QCOMPARE(query(text).captions, Texts{text});
        QCOMPARE(query("  rain   on \t a roof ").captions, Texts{"rain on a roof"});
        QVERIFY(query("").captions.empty() && !query(" \n ").ranks());
    }

    void wordsThatPushAwayMixturesAndExactWords()
    {
        const Query all = query("rain -thunder + wind in trees -\"tin roof\" \"Heavy Rain\" -Voices");
        QCOMPARE(all.captions, (Texts{"rain", "wind in trees"}));
        QCOMPARE(all.away, (Texts{"thunder", "Voices"}));
        QCOMPARE(all.phrases, Texts{"Heavy Rain"});
        QCOMPARE(all.notPhrases, Texts{"tin roof"});
    }

    void filtersOfText()
    {
        const Query all = query("tag:rain -tag:\"heavy rain\" in:Foley/doors/ -in:\"old stuff\" fmt:WAV,flac -fmt:mp3 "
                                "coll:\"My best\" colour:red fav:");
        QCOMPARE(all.tags, Texts{"rain"});
        QCOMPARE(all.notTags, Texts{"heavy rain"});
        QCOMPARE(all.folders, Texts{"Foley/doors"});
        QCOMPARE(all.notFolders, Texts{"old stuff"});
        QCOMPARE(all.formats, (Texts{"flac", "wav"}));
        QCOMPARE(all.notFormats, Texts{"mp3"});
        QCOMPARE(all.collections, Texts{"My best"});
        QCOMPARE(all.colours, Texts{"red"});
        QVERIFY(all.favourite == true);
        QVERIFY(query("-fav:").favourite == false && query("fav:no").favourite == false);
        QVERIFY(!all.ranks());
    }

    void filtersOfNumbers()
    {
        QCOMPARE(query("dur:<2s").seconds, (QueryRange{{}, 2.0, false, true}));
        QCOMPARE(query("dur:>=1.5").seconds, (QueryRange{1.5, {}, false, false}));
        QCOMPARE(query("dur:1s..4s").seconds, (QueryRange{1.0, 4.0, false, false}));
        QCOMPARE(query("dur:250ms..").seconds, (QueryRange{.25, {}, false, false}));
        QCOMPARE(query("dur:..2min").seconds, (QueryRange{{}, 120.0, false, false}));
        QCOMPARE(query("dur:>1s dur:<=4s").seconds, (QueryRange{1.0, 4.0, true, false}));
        QCOMPARE(query("dur:2s").seconds, (QueryRange{1.8, 2.2, false, false})); // about two seconds
        QCOMPARE(query("ch:2").channels, (QueryRange{2.0, 2.0, false, false}));
        QCOMPARE(query("ch:Mono").channels, (QueryRange{1.0, 1.0, false, false}));
        QCOMPARE(query("sr:>=48k").sampleRate, (QueryRange{48000.0, {}, false, false}));
        QCOMPARE(query("sr:44.1kHz").sampleRate, (QueryRange{44100.0, 44100.0, false, false}));
        QCOMPARE(query("sr:48000").sampleRate, query("sr:48").sampleRate);
        QCOMPARE(query("rating:>=3").rating, (QueryRange{3.0, {}, false, false}));
        QCOMPARE(query("lufs:-23..-16").lufs, (QueryRange{-23.0, -16.0, false, false}));
        QCOMPARE(query("lufs:>-20.5").lufs, (QueryRange{-20.5, {}, true, false}));
    }

    void filtersOfTime()
    {
        using namespace std::chrono;
        QCOMPARE(query("added:7d").added.withinSeconds, 7 * 86400);
        QCOMPARE(query("added:1w").added, query("added:<7d").added);
        QCOMPARE(query("added:today").added.withinSeconds, 86400);
        QCOMPARE(query("added:12h").added.withinSeconds, 12 * 3600);
        const sys_days day = sys_days(2026y / January / 31);
        QVERIFY(query("added:2026-01-31").added == (QueryDates{{}, day, day}));
        QVERIFY(query("added:>2026-01-31").added == (QueryDates{{}, day + days(1), {}}));
        QVERIFY(query("added:2026-01-30..2026-01-31").added == (QueryDates{{}, day - days(1), day}));
    }

    /// An error says what, what was found and at which character; all else still counts.
    void errorsPointAtTheCharacter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        const std::pair<const char*, const char*> cases[] = {
            {"rain dur:abc", "dur: expects a time such as <2s; found 'abc' at character 10"},
            {"räin dur:abc", "dur: expects a time such as <2s; found 'abc' at character 10"},
            {"dur:", "dur: expects a time such as <2s; found nothing at character 5"},
            {"dur: <2s", "dur: expects a time such as <2s; found nothing at character 5"},
            {"ch:two", "ch: expects a number of channels such as 2; found 'two' at character 4"},
            {"ch:1.5", "ch: expects a number of channels such as 2; found '1.5' at character 4"},
            {"sr:-48k", "sr: expects a sample rate such as >=48k; found '-48k' at character 4"},
            {"rating:6", "rating: expects 0 to 5 stars such as >=3; found '6' at character 8"},
            {"added:2026-02-30", "added: expects an age such as 7d or a day such as 2026-01-31; found '2026-02-30' at "
                                 "character 7"},
            {"added:soon", "added: expects an age such as 7d or a day such as 2026-01-31; found 'soon' at character 7"},
            {"fmt:wav,,flac", "fmt: expects a format such as wav; found 'wav,,flac' at character 5"},
            {"tag:\"\"", "tag: expects a tag such as rain; found nothing at character 5"},
            {"fav:maybe", "fav: expects yes, no or nothing; found 'maybe' at character 5"},
            {"rain \"tin roof", "the quotes that begin here do not end: add a second \" at character 6"},
            {"\"\" rain", "there is nothing between the quotes at character 1"},
            {"+ rain", "+ expects words at both sides, such as: rain + thunder at character 1"},
            {"rain + ", "+ expects words at both sides, such as: rain + thunder at character 6"},
            {"rain + + wind", "+ expects words at both sides, such as: rain + thunder at character 8"},
            {"rain durr:<2s", "there is no filter durr: at character 6"},
            {"-dur:<2s", "-dur: cannot be turned round; use < or > instead at character 1"},
            {"dur:<1s dur:>2s", "dur: asks for what no clip can be at character 13"},
            {"fav: -fav:", "fav: asks for what no clip can be at character 11"},
        };
        for (const auto& [text, sentence] : cases)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    }
    void errorsPointAtTheCharacter()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const std::string bytes = text.toStdString();
        const ParsedQuery parsed = parseQuery(bytes);
        QVERIFY(!parsed.errors.empty());
        QCOMPARE(QString::fromStdString(parsed.errors.front().sentence), sentence);
        for (const QueryError& error : parsed.errors)
            QVERIFY(error.begin < error.end && error.end <= bytes.size());
        QVERIFY(parseQuery(queryText(parsed.query)).errors.empty());
    }

    void whatIsRightCountsBesideWhatIsWrong()
    {
        const ParsedQuery parsed = parseQuery("rain dur:abc ch:2");
        QCOMPARE(parsed.errors.size(), std::size_t(1));
        QCOMPARE(parsed.query.captions, Texts{"rain"});
        QVERIFY(parsed.query.channels.asks() && !parsed.query.seconds.asks());
        QCOMPARE(parsed.tokens.size(), std::size_t(3));
        QVERIFY(parsed.tokens[0].valid && !parsed.tokens[1].valid && parsed.tokens[2].valid);
    }

    void theCanonicalText()
    {
        const std::pair<const char*, const char*> cases[] = {
            {"dur:<2s  rain", "rain dur:<2s"},
            {"sr:48000 ch:stereo a + b", "a + b ch:2 sr:48k"},
            {"tag:\"rain\" tag:\"heavy rain\"", "tag:rain tag:\"heavy rain\""},
            {"-wind rain \"x y\"", "rain -wind \"x y\""},
            {"added:1w fav:yes fmt:wav fmt:FLAC", "fmt:flac,wav fav: added:7d"},
            {"dur:90s dur:>1m", "dur:81s..99s"},
            {"dur:>100ms dur:<0.5s", "dur:>100ms dur:<500ms"},
        };
        for (const auto& [typed, canonical] : cases)
            QCOMPARE(queryText(query(typed)), std::string(canonical));
    }

    /// Whatever is typed: nothing crashes, places lie in the text, and what was understood survives its own text.
    void anyTextIsReadAndComesBack()
    {
        const Texts pieces = {"rain",     " ",          "  ",         "-",
                              "--",       "+",          " + ",        "\"",
                              "tag:",     "-tag:",      "in:",        "dur:",
                              "ch:",      "sr:",        "fmt:",       "rating:",
                              "fav:",     "colour:",    "coll:",      "added:",
                              "lufs:",    "x:",         "<",          ">=",
                              "=",        "..",         "2",          "0.5",
                              "48k",      "ms",         "s",          "min",
                              "7d",       "2026-11-28", ",",          "wav",
                              "\xC3\xA4", "\xFF",       "/",          "~",
                              "\t",       "-23",        "1e9",        "999999999999",
                              "a b",      "yes",        "no",         "today",
                              "stereo",   ":",          "\n",         "0",
                              "0.0004",   "-0",         "1900-01-01", "2999-12-31"};
        std::mt19937 random(5);
        for (int i = 0; i < 60000; ++i) {
            std::string text;
            for (unsigned n = 1 + random() % 9; n > 0; --n)
                text += pieces[random() % pieces.size()];
            const ParsedQuery parsed = parseQuery(text);
            std::size_t end = 0;
            for (const QueryToken& token : parsed.tokens) {
                QVERIFY2(token.begin >= end && token.end > token.begin && token.end <= text.size(), text.c_str());
                end = token.end;
            }
            for (const QueryError& error : parsed.errors)
                QVERIFY2(error.begin < error.end && error.end <= text.size() && error.character >= 1 &&
                             error.character <= text.size() + 1,
                         text.c_str());
            const std::string canonical = queryText(parsed.query);
            const ParsedQuery again = parseQuery(canonical);
            const bool same = again.query == parsed.query && again.errors.empty();
            QVERIFY2(same, (text + "  ->  " + canonical + "  ->  " + queryText(again.query)).c_str());
            QCOMPARE(queryText(again.query), canonical);
        }
    }

    void aChipIsTakenOutAndAPanelPutsIn()
    {
        const std::string text = "dur:<2s  rain on  roofs tag:wet -tag:old";
        const ParsedQuery parsed = parseQuery(text);
        QCOMPARE(withoutQueryToken(text, parsed.tokens.at(0)), std::string("rain on  roofs tag:wet -tag:old"));
        QCOMPARE(withoutQueryToken(text, parsed.tokens.at(3)), std::string("dur:<2s  rain on  roofs tag:wet"));
        Query changed = parsed.query;
        changed.seconds = {1.0, 4.0, false, false};
        QCOMPARE(withQueryField(text, changed, QueryField::Duration),
                 std::string("rain on  roofs tag:wet -tag:old dur:1s..4s"));
        changed.tags.clear();
        changed.notTags.clear();
        QCOMPARE(withQueryField(text, changed, QueryField::Tag), std::string("dur:<2s  rain on  roofs"));
        changed.seconds = {};
        QCOMPARE(withQueryField("dur:<2s", changed, QueryField::Duration), std::string());
        QCOMPARE(withQueryField("dur:what rain", changed, QueryField::Duration), std::string("rain"));
    }

    void statesAndHowToRank()
    {
        const Query all = query("rain state:Missing,offline find:contains general:+.5");
        QCOMPARE(all.states, (Texts{"missing", "offline"}));
        QCOMPARE(all.relation, std::string("contains"));
        QCOMPARE(all.generality, std::optional(0.5));
        QCOMPARE(queryText(all), std::string("rain state:missing,offline find:contains general:0.5"));
        QCOMPARE(query(queryText(all)), all);
        QVERIFY(!query("find:contains general:1").ranks());
        QVERIFY(queryFieldNarrows(QueryField::State) && !queryFieldNarrows(QueryField::Relation));
        QCOMPARE(firstError("find:like find:contains"),
                 std::string("find: asks for what no clip can be at character 16"));
        QCOMPARE(firstError("state:lost"),
                 std::string("state: expects online, offline or missing; found 'lost' at character 7"));
        for (const char* wrong : {"general:2", "general:much", "general:", "find:this", "-find:contains"})
            QVERIFY2(!firstError(wrong).empty(), wrong);
    }

    void otherSpellings()
    {
        QCOMPARE(query("folder:Foley format:wav Duration:<2s color:red"), query("in:Foley fmt:wav dur:<2s colour:red"));
        QVERIFY(firstError("TAG:rain").empty());
    }
};

PROLAP_TEST(TstQuery)
#include "tst_query.moc"
