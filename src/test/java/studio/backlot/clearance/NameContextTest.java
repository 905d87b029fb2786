package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameContextTest {
    private static final EnglishWords ENGLISH =
            EnglishWords.of(List.of("dawn", "ember", "river", "the", "Paris", "Jane"));

    private final NameGate gate =
            new NameGate(
                    List.of(
                            new ListedName("Dawn", ListedName.Kind.PERSON, "d"),
                            new ListedName("Paris", ListedName.Kind.PERSON, "p"),
                            new ListedName("Ember", ListedName.Kind.TITLE, "e"),
                            new ListedName("Bo", ListedName.Kind.PERSON, "b")),
                    ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a portrait of Dawn",
                "the face of Dawn at sea",
                "in the style of Dawn",
                "played by Dawn",
                "painted by Dawn, oil",
                "a man who looks like Dawn",
                "dressed as Dawn",
                "resembling Dawn",
                "featuring Dawn",
                "actor dawn",
                "the photographer DAWN",
                "Dawn's smile",
                "Dawn\u2019s voice",
                "the likeness of Paris",
                "portrait of Bo",
                "the film Ember",
                "a still from Ember",
                "a poster for Ember",
                "the world of Ember"
            })
    void aKnownWordStopsWhereItSpeaksOfAPersonOrAWork(String text) {
        assertThat(gate.hits(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dawn",
                "a portrait of dawn",
                "a portrait of the Dawn",
                "a portrait. Of Dawn",
                "the light of Dawn",
                "seen by Dawn",
                "like Dawn",
                "as Dawn",
                "glows like Dawn",
                "an actor, Dawn light",
                "Dawn's light",
                "Dawn smile",
                "dawn's face",
                "Paris at night",
                "Bo by the sea",
                "the film ember",
                "a still of ember",
                "Ember",
                "the fire of Ember",
                "portrait of Ember"
            })
    void aKnownWordGoesThroughEverywhereElse(String text) {
        assertThat(gate.hits(text)).isEmpty();
    }

    @Test
    void theListOfTheProgramTellsOrdinaryWordsFromProperOnes() {
        EnglishWords all = EnglishWords.load();

        assertThat(List.of("dawn", "river", "heath", "sierra", "tarn")).allMatch(all::isOrdinary);
        assertThat(List.of("paris", "jane")).noneMatch(all::isOrdinary).allMatch(all::isKnown);
        assertThat(List.of("zentaya", "okonkwo")).noneMatch(all::isKnown);
    }
}
