package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    @ParameterizedTest
    @CsvSource({
        "producer, producer, 0",
        "Producer, pRODUCER, 0",
        "'', abc, 3",
        "abc, '', 3",
        "prducer, producer, 1",
        "prooducer, producer, 1",
        "prodicer, producer, 1",
        "porducer, producer, 1",
        "ab, ba, 1",
        "abcd, badc, 2",
        "kitten, sitting, 3",
        "ca, abc, 3",
        "aa, bb, 2"
    })
    void slipsAreLettersPutInLeftOutChangedOrSwapped(String from, String to, int slips) {
        assertThat(NearestWord.slips(from, to)).isEqualTo(slips);
        assertThat(NearestWord.slips(to, from)).isEqualTo(slips);
    }

    @Test
    void theWordWithTheFewestSlipsIsMeantAndOfTwoTheFirst() {
        List<String> known = List.of("writer", "artist", "winter");

        assertThat(NearestWord.of("writter", known)).contains("writer");
        assertThat(NearestWord.of("cat", List.of("hat", "bat"))).contains("bat");
    }

    @Test
    void aThirdOfAWordMayBeWrongAndOneLetterOfAShortOne() {
        assertThat(NearestWord.of("wrxxer", List.of("writer"))).contains("writer");
        assertThat(NearestWord.of("wrxxxr", List.of("writer"))).isEmpty();
        assertThat(NearestWord.of("bx", List.of("by"))).contains("by");
        assertThat(NearestWord.of("xx", List.of("by"))).isEmpty();
        assertThat(NearestWord.of("anything", List.of())).isEmpty();
    }
}
