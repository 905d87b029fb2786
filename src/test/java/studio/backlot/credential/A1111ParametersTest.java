package studio.backlot.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

class A1111ParametersTest {
    private static final List<String> CHARACTERS =
            List.of(
                    "a", "Z", "7", " ", ",", ":", "\"", "\\", "\n", "(", ")", "<", ">", "-", "/",
                    "é", "日本", "🎬", "שלום", "_");

    @Test
    void theTextHasTheFormOfTheWebUi() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Steps", "20");
        values.put("Sampler", "Euler a");
        values.put("Size", "512x512");
        values.put("Model", "a, \"b\": c\nd é");
        values.put("Tiling", "Tiling");

        assertThat(parameters("two\nlines", "ugly,\nred", values).format())
                .isEqualTo(
                        "two\nlines\nNegative prompt: ugly,\nred\nSteps: 20, Sampler: Euler a, Size: 512x512, "
                                + "Model: \"a, \\\"b\\\": c\\nd é\", Tiling");
        assertThat(parameters("p", "", values).format()).startsWith("p\nSteps: 20");
        assertThat(new A1111Parameters(Optional.empty(), Optional.empty(), values).format())
                .startsWith("Steps: 20");
    }

    @Test
    void aTextOfTheWebUiIsRead() {
        A1111Parameters read =
                A1111Parameters.parse(
                        """
                        a castle, (foggy:1.2)
                        at night
                        Negative prompt: text: signs,
                         logos
                        Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 965400086, Size: 512x768, \
                        Model hash: 45dee52b, Lora hashes: "one: 1, two: 2", Version: v1.9.0
                        """);

        assertThat(read.prompt()).contains("a castle, (foggy:1.2)\nat night");
        assertThat(read.negativePrompt()).contains("text: signs,\nlogos");
        assertThat(read.values())
                .containsEntry("Sampler", "DPM++ 2M")
                .containsEntry("Size", "512x768")
                .containsEntry("Lora hashes", "one: 1, two: 2")
                .containsEntry("Version", "v1.9.0")
                .hasSize(9);
        assertThat(read.values().keySet()).startsWith("Steps", "Sampler", "Schedule type");
    }

    @Test
    void aLastLineWithFewerThanThreePairsBelongsToThePrompt() {
        assertThat(A1111Parameters.parse("a\nSteps: 20, Seed: 1").prompt())
                .contains("a\nSteps: 20, Seed: 1");
        assertThat(A1111Parameters.parse("a\nSteps: 20, Seed: 1").values()).isEmpty();
        assertThat(A1111Parameters.parse("a\nSteps: 20, Seed: 1, Size: 1x1").values()).hasSize(3);
        assertThat(A1111Parameters.parse("").prompt()).isEmpty();
        assertThat(A1111Parameters.parse("aa: , bb: 1, cc: 2").values())
                .containsOnlyKeys("bb", "cc");
        assertThat(A1111Parameters.parse("b: 1, cc: 2, d-d/: 3, ee: 4").values())
                .containsOnlyKeys("cc", "d-d/", "ee");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        var random = new Random(11);
        for (int round = 0; round < 10_000; round++) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("Steps", "20");
            values.put("Seed", Long.toString(random.nextLong()));
            values.put("CFG scale", "7.5");
            for (int i = random.nextInt(4); i > 0; i--) {
                values.put("Key " + i, value(random));
            }
            var written = parameters(text(random), text(random), values);

            assertThat(A1111Parameters.parse(written.format())).isEqualTo(written);
        }
    }

    /// A text that reading leaves as it is: no spaces around lines, no empty line at an end.
    private static String text(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(line -> characters(random).replace("\n", "").strip())
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /// A value without spaces at its ends that is not itself in quotes, as no value of a recipe is.
    private static String value(Random random) {
        String value = characters(random).strip();
        return value.startsWith("\"") || value.isEmpty() ? "x" + value : value;
    }

    private static String characters(Random random) {
        return random.ints(random.nextInt(12), 0, CHARACTERS.size())
                .mapToObj(CHARACTERS::get)
                .collect(Collectors.joining());
    }

    private static A1111Parameters parameters(
            String prompt, String negative, Map<String, String> values) {
        return new A1111Parameters(
                Optional.of(prompt).filter(text -> !text.isEmpty()),
                Optional.of(negative).filter(text -> !text.isEmpty()),
                values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a ",
                "aa:\"",
                "aa: \"x,",
                "aa:\"\\",
                "\\\"",
                ": ",
                "aa: b, ",
                "\n",
                "Negative prompt:\n",
                "🎬:"
            })
    void hostileTextsAreReadInLinearTime(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());

        assertThat(A1111Parameters.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aa: \"\\q\", bb: 1, cc: 2",
                "aa: \"x\"y, bb: 1, cc: 2",
                "aa: \"x, bb: 1, cc: 2"
            })
    void quotesThatCannotBeReadStayAsTheyStand(String line) {
        assertThat(A1111Parameters.parse(line).values())
                .containsEntry("aa", line.substring(4, line.indexOf(", bb")))
                .containsEntry("bb", "1");
    }

    @Test
    void schedulersHaveTheirNamesInTheWebUi() {
        assertThat(sampler("DDIMScheduler", "{}")).isEqualTo("DDIM");
        assertThat(sampler("EulerDiscreteScheduler", "{}")).isEqualTo("Euler");
        assertThat(sampler("DPMSolverMultistepScheduler", "{}")).isEqualTo("DPM++ 2M");
        assertThat(sampler("DPM++ 2M", "{}")).isEqualTo("DPM++ 2M");
        assertThat(sampler("DPMSolverMultistepScheduler", "{\"use_karras_sigmas\":true}"))
                .isEqualTo("DPM++ 2M Karras");
        assertThat(
                        sampler(
                                "DPMSolverMultistepScheduler",
                                "{\"algorithm_type\":\"sde-dpmsolver++\",\"use_beta_sigmas\":true}"))
                .isEqualTo("DPM++ 2M SDE Beta");
        assertThat(sampler("MyOwnScheduler", "{\"use_exponential_sigmas\":true}"))
                .isEqualTo("MyOwn Exponential");
    }

    private static String sampler(String scheduler, String config) {
        var sampler = A1111Sampler.of(scheduler, (JsonObject) JsonReader.parse(config));
        return sampler.name() + sampler.scheduleType().map(type -> " " + type).orElse("");
    }
}
