package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

class LocaleTest {
    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));

    @BeforeEach
    void installPack() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        TinyPack.install(backlot.packs(), "tiny");
    }

    @Test
    void theTwoLocalesAreTraps() {
        assertThat("TITLE".toLowerCase(Locale.forLanguageTag("tr-TR"))).isNotEqualTo("title");
        assertThat(String.format(Locale.forLanguageTag("ar-EG"), "%d %.1f", 64, 2.5))
                .isNotEqualTo("64 2.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG"})
    void theSameNumbersAndWordsComeOutUnderAnyLocale(String tag) {
        JsonObject here = backlot.run(generate("here")).json();
        JsonObject there =
                JsonReader.parseObject(in(tag, generate("there")).getBytes(StandardCharsets.UTF_8));

        assertThat(plate(there, "asset")).isEqualTo(plate(here, "asset"));
        assertThat(plate(there, "pixels")).isEqualTo(plate(here, "pixels"));
        assertThat(plate(there, "fileHash")).isNotEqualTo("");
        assertThat(withoutIds(there, "there")).isEqualTo(withoutIds(here, "here"));
        for (int index = 0; index < 4; index++) {
            assertThat(body("there", index)).isEqualTo(body("here", index));
        }
        String listed = in(tag, "ledger", "list", temporary.resolve("there"));
        assertThat(listed.lines()).hasSize(4);
        assertThat(listed).matches("(?s)[\\x00-\\x7f]*").contains("intent").contains("     1  20");
        assertThat(in(tag, "ledger", "verify", temporary.resolve("there")))
                .contains("4 records")
                .contains("Nothing was changed");
    }

    private Object[] generate(String name) {
        return new Object[] {
            "generate",
            "--prompt",
            "TITLE istanbul",
            "--production",
            temporary.resolve(name),
            "--person",
            "Ada",
            "--scheduler",
            "dpm++2m",
            "--pack",
            "tiny",
            "--steps",
            2,
            "--guidance",
            2.5,
            "--seed",
            7,
            "--size",
            "64x48",
            "--out",
            temporary.resolve(name + ".png"),
            "--json"
        };
    }

    private String in(String tag, Object... words) {
        Locale locale = Locale.forLanguageTag(tag);
        List<String> options =
                List.of(
                        "-Duser.language=" + locale.getLanguage(),
                        "-Duser.country=" + locale.getCountry());
        try (ChildJvm child = backlot.start(List.of(), options, words)) {
            String said = String.join("\n", child.lines());
            assertThat(child.exitCode()).as(said).isZero();
            return said;
        }
    }

    private static String plate(JsonObject made, String name) {
        return ((JsonObject) made.array("plates").orElseThrow().getFirst()).text(name).orElse("");
    }

    private static String withoutIds(JsonObject made, String name) {
        return made.toString()
                .replace(name, "here")
                .replaceAll("fileHash=JsonString\\[value=[0-9a-f]{64}]", "");
    }

    /// An entry of one of the two productions without what differs from run to run.
    private String body(String name, int index) {
        return backlot.json("ledger", "show", temporary.resolve(name), index)
                .object("entry")
                .orElseThrow()
                .toString()
                .replace(name, "here")
                .replaceAll(
                        "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\+[0-9a-f]{8}\\+[\\w+/=]+|[\\w+/]{86}==",
                        "*");
    }
}
