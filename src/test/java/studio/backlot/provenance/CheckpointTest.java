package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;

class CheckpointTest {
    private static final String EMPTY =
            "backlot.studio/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";

    @Test
    void itsTextIsOriginSizeAndRoot() {
        var empty =
                new Checkpoint(
                        "backlot.studio/log", 0, ContentHash.ofDigest(MerkleTree.emptyRoot()));
        assertThat(empty.text()).isEqualTo(EMPTY);
        assertThat(Checkpoint.parse(EMPTY)).isEqualTo(empty);
        var large = new Checkpoint("x", Long.MAX_VALUE, empty.root());
        assertThat(Checkpoint.parse(large.text())).isEqualTo(large);
    }

    @Test
    void aProductionsOriginHoldsItsId() {
        assertThat(Checkpoint.originOf(new UUID(1, 2)))
                .isEqualTo("backlot.studio/00000000-0000-0001-0000-000000000002");
    }

    @Test
    void onlyTheOneExactFormIsRead() {
        for (String bad :
                List.of(
                        "",
                        EMPTY.strip(),
                        EMPTY + "extension\n",
                        EMPTY + "\n",
                        EMPTY.replace("\n0\n", "\n00\n"),
                        EMPTY.replace("\n0\n", "\n+0\n"),
                        EMPTY.replace("\n0\n", "\n-1\n"),
                        EMPTY.replace("\n0\n", "\n9223372036854775808\n"),
                        EMPTY.replace("\n0\n", "\nx\n"),
                        EMPTY.replace("=", ""),
                        EMPTY.replace("uFU=", "uFV="),
                        EMPTY.replace("uFU=", "uA=="),
                        EMPTY.replace("47DE", "!!!!"),
                        EMPTY.replace("backlot.studio/log", ""),
                        EMPTY.replace("backlot.studio/log", "a b"),
                        EMPTY.replace("\n", "\r\n"))) {
            assertThatThrownBy(() -> Checkpoint.parse(bad))
                    .as(bad)
                    .isInstanceOf(MalformedNote.class);
        }
        assertThatThrownBy(() -> Checkpoint.parse("one\n"))
                .hasMessageContaining("three lines")
                .hasMessageContaining("this has 1");
    }

    @Test
    void impossibleOnesAreNotMade() {
        var root = ContentHash.of(new byte[0]);
        assertThatThrownBy(() -> new Checkpoint("", 0, root))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a b", 0, root))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a+b", 0, root))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a\n", 0, root))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a", -1, root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThat(new Checkpoint("!", 0, root).origin()).isEqualTo("!");
    }
}
