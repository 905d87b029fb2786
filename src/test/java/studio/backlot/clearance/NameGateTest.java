package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameGateTest {
    private static final EnglishWords ENGLISH = EnglishWords.load();
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /// One line of the list: a listed name, a text, and whether the text spells the name.
    private record Spelling(boolean isHit, ListedName listed, String text) {}

    @Test
    void everySpellingOfAListedNameIsFoundAndNothingElseIs() {
        List<Spelling> spellings = spellings();
        assertThat(spellings.stream().filter(Spelling::isHit).count()).isGreaterThanOrEqualTo(200);

        List<String> wrong = new ArrayList<>();
        for (Spelling spelling : spellings) {
            var gate = new NameGate(List.of(spelling.listed()), ENGLISH);
            if (gate.hits(spelling.text()).isEmpty() == spelling.isHit()) {
                wrong.add(
                        (spelling.isHit() ? "missed " : "stopped ")
                                + spelling.listed().name()
                                + " in: "
                                + spelling.text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aThousandLandscapesGoThroughWithAllNamesListed() {
        List<String> landscapes = lines("landscape-prompts.txt");
        assertThat(landscapes.stream().distinct().count()).isGreaterThanOrEqualTo(1_000);
        for (String word : List.of("dawn", "river", "heath", "sierra")) {
            assertThat(landscapes.stream().filter(line -> holds(line, word)).count())
                    .as(word)
                    .isGreaterThanOrEqualTo(100);
        }
        List<ListedName> listed =
                Stream.concat(
                                spellings().stream().map(Spelling::listed),
                                Stream.of(
                                        person("Dawn"),
                                        person("River"),
                                        person("Heath"),
                                        person("Sierra"),
                                        person("River Ashgrove"),
                                        person("Sierra Castellane"),
                                        person("Dawn Heathfield")))
                        .distinct()
                        .toList();

        var gate = new NameGate(listed, ENGLISH);
        List<String> stopped = new ArrayList<>();
        for (String landscape : landscapes) {
            gate.hits(landscape)
                    .forEach(hit -> stopped.add(hit.listed().name() + " in: " + landscape));
        }
        assertThat(stopped).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aHitSaysWhereTheNameStandsInTheTextAsWritten() {
        String text = "rain, Ja\u200bne D\u00f4w\u2019s pier and J\u00e4ne Dow";

        List<NameHit> hits = new NameGate(List.of(person("Jane Dow")), ENGLISH).hits(text);

        assertThat(hits.stream().map(hit -> text.substring(hit.from(), hit.to())))
                .containsExactly("Ja\u200bne D\u00f4w", "J\u00e4ne Dow");
    }

    @Test
    void aNameWithAnAliasInsideStopsOnceForTheSamePerson() {
        var gate =
                new NameGate(
                        List.of(
                                new ListedName("Zentaya", ListedName.Kind.PERSON, "c1"),
                                new ListedName("Zentaya Quill", ListedName.Kind.PERSON, "c1"),
                                new ListedName("Zentaya Quill", ListedName.Kind.PERSON, "c2")),
                        ENGLISH);

        assertThat(gate.hits("Zentaya Quill at sea"))
                .extracting(hit -> hit.listed().name() + " " + hit.listed().subject())
                .containsExactlyInAnyOrder("Zentaya Quill c1", "Zentaya Quill c2");
    }

    @Test
    void nothingIsFoundInAnEmptyTextOrWithoutNames() {
        assertThat(new NameGate(List.of(person("Jane Dow")), ENGLISH).hits("")).isEmpty();
        assertThat(new NameGate(List.of(), ENGLISH).hits("Jane Dow")).isEmpty();
        assertThat(new NameGate(List.of(person("***")), ENGLISH).hits("a * b *** c")).isEmpty();
    }

    @Test
    void aTextOfNothingButLookAlikesComesToAnEnd() {
        var gate = new NameGate(List.of(person("Lilli Illilix"), person("Lilliana Illi")), ENGLISH);

        assertThat(gate.hits("1!|lI".repeat(400))).isEmpty();
        assertThat(gate.hits("L.i.l.l.i ".repeat(200))).isEmpty();
    }

    private static final EnglishWords FEW =
            EnglishWords.of(
                    List.of("does", "doe", "dawn", "rivers", "rose", "land", "barn", "Jane"));

    private static int hits(String name, String text) {
        return new NameGate(List.of(person(name)), FEW).hits(text).size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Doe  | Jane Does it             | 0",
                "Jane Doe  | it is Jane Does          | 0",
                "Jane Doe  | the house of Jane Does'  | 1",
                "Jane Doe  | Jane Doe's house         | 1",
                "Jane Doe  | Jane Doeish              | 1",
                "Rose Land | a roseland view          | 0",
                "Rose Land | a Roseland view          | 0",
                "Rose Land | a ROSELAND view          | 0",
                "Rose Land | a roselandView           | 0",
                "Rose Land | Roseland                 | 0",
                "Rose Land | a RoseLand view          | 1",
                "Rose Land | by @roseland             | 1",
                "Rose Land | #roseland                | 1",
                "Rose Land | by *roseland             | 0",
                "Ba Rn     | a barn                   | 0",
                "Ba Rn     | a BaRn                   | 0",
                "Ba Rn     | a bArn                   | 0",
                "Ba Rm     | a barm                   | 1"
            })
    void anotherWordIsNoNameAndAWordOfTwoIsOneWhereItIsWrittenSo(
            String name, String text, int expected) {
        assertThat(hits(name, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dawn Rivers | Rivers, Dawn at sea      | 1",
                "Dawn Rivers | Rivers Dawn at sea       | 0",
                "Dawn Rivers | rivers, Dawn at sea      | 0",
                "Dawn Rivers | Rivers, dawn at sea      | 0",
                "Dawn Rivers | Dawn. Rivers             | 0",
                "Dawn Rivers | Dawn R. Rivers           | 1",
                "Dawn Rivers | Dawn _ _ _ _ _ Rivers    | 1",
                "Dawn Rivers | Dawn. _ _ _ _ _ Rivers   | 0",
                "Dawn Rivers | Dawn over Rivers         | 0",
                "Jane Rivers | Jane Old Rivers          | 1",
                "Jane Rivers | Jane old Rivers          | 0",
                "Jane Rivers | jane Old Rivers          | 0",
                "Jane Rivers | Jane Old rivers          | 0",
                "Jane Rivers | Jane Old Mad Rivers      | 1",
                "Jane Rivers | Jane Old Mad Bad Rivers  | 0",
                "Dawn Dow    | Dawn old mad Dow         | 1",
                "Dawn Dow    | Dawn of the old Dow      | 0",
                "Jana Dow    | Dow of the old mad Jana  | 1"
            })
    void aNameTurnedRoundOrPartedIsFoundWhereItIsNoOrdinaryText(
            String name, String text, int expected) {
        assertThat(hits(name, text)).isEqualTo(expected);
    }

    @Test
    void sixtySignsMayStandBetweenTwoNames() {
        assertThat(hits("Dawn Dow", "Dawn" + " ".repeat(60) + "Dow")).isEqualTo(1);
        assertThat(hits("Dawn Dow", "Dawn" + " ".repeat(61) + "Dow")).isZero();
    }

    @Test
    void hitsComeInTheOrderOfTheTextAndTwoThatTouchAreTwo() {
        var gate = new NameGate(List.of(person("Jane Dow"), person("Zentaya Quillby")), FEW);

        assertThat(gate.hits("Jane Dow and Zentaya Quillby"))
                .extracting(hit -> hit.listed().name())
                .containsExactly("Jane Dow", "Zentaya Quillby");
        assertThat(hits("山田", "山田山田")).isEqualTo(2);
    }

    private static ListedName person(String name) {
        return new ListedName(name, ListedName.Kind.PERSON, name);
    }

    private static boolean holds(String line, String word) {
        return Pattern.compile("(?i)\\b" + word + "\\b").matcher(line).find();
    }

    private static List<Spelling> spellings() {
        return lines("name-spellings.tsv").stream().map(NameGateTest::spelling).toList();
    }

    /// `hit` or `miss`, the name (a title after an exclamation mark), the text with what cannot be
    /// seen as escapes.
    private static Spelling spelling(String line) {
        List<String> parts = List.of(line.split("\t", -1));
        String name = parts.get(1);
        boolean isTitle = name.startsWith("!");
        String text =
                ESCAPE.matcher(parts.get(2).replace("\\t", "\t").replace("\\n", "\n"))
                        .replaceAll(match ->
                                String.valueOf((char) Integer.parseInt(match.group(1), 16)));
        return new Spelling(
                parts.getFirst().equals("hit"),
                isTitle
                        ? new ListedName(name.substring(1), ListedName.Kind.TITLE, name)
                        : person(name),
                text);
    }

    private static List<String> lines(String file) {
        try (InputStream stream = NameGateTest.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("no list " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
