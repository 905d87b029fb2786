package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;

class PayloadReferenceTest {
    private static final String A = "aa".repeat(32);
    private static final String B = "bb".repeat(32);
    private static final String JSON =
            "{\"commitment\":\""
                    + A
                    + "\",\"kind\":\"negative_prompt\",\"payload\":7,\"seal\":\""
                    + B
                    + "\"}";

    @Test
    void itIsWrittenAndReadAsAnObjectOfFourMembers() {
        var reference =
                new PayloadReference(
                        7, PayloadKind.NEGATIVE_PROMPT, new ContentHash(A), new ContentHash(B));
        assertThat(CanonicalJson.text(reference.toJson())).isEqualTo(JSON);
        assertThat(parse(JSON)).isEqualTo(reference);
    }

    @Test
    void anythingElseIsNoReference() {
        for (String bad :
                List.of(
                        "{}",
                        JSON.replace(":7", ":0"),
                        JSON.replace(":7", ":-7"),
                        JSON.replace(":7", ":7.5"),
                        JSON.replace(":7", ":\"7\""),
                        JSON.replace("negative_prompt", "NEGATIVE_PROMPT"),
                        JSON.replace("\"kind\"", "\"sort\""),
                        JSON.replace(A, "aa"),
                        JSON.replace(B, "bb"))) {
            assertThatThrownBy(() -> parse(bad)).as(bad).isInstanceOf(MalformedEntry.class);
        }
        assertThatThrownBy(() -> parse("{}")).hasMessageContaining("payload");
    }

    @Test
    void idsCountFromOne() {
        var hash = new ContentHash(A);
        assertThatThrownBy(() -> new PayloadReference(0, PayloadKind.NOTE, hash, hash))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
        assertThat(new PayloadReference(1, PayloadKind.NOTE, hash, hash).id()).isEqualTo(1);
    }

    @Test
    void everyKindHasItsWireName() {
        assertThat(PayloadKind.values())
                .extracting(PayloadKind::wireName)
                .containsExactly(
                        "prompt", "negative_prompt", "tokens", "note", "file_name", "person");
        for (PayloadKind kind : PayloadKind.values()) {
            assertThat(PayloadKind.ofWireName(kind.wireName())).isEqualTo(kind);
        }
        assertThatThrownBy(() -> PayloadKind.ofWireName("song"))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("song");
    }

    @Test
    void theCommitmentIsTheFormulaOfItsDocumentation() {
        byte[] salt = ascending(32);
        byte[] content = "a harbour at dawn".getBytes(StandardCharsets.US_ASCII);
        assertThat(PayloadCommitment.of(PayloadKind.NEGATIVE_PROMPT, salt, content).hex())
                .isEqualTo("47498fb6004c710fda724264e3838e9687daf5f5e09cf602cf5e3131053fcd55");
        assertThat(PayloadCommitment.of(PayloadKind.PROMPT, salt, new byte[0]).hex())
                .isEqualTo("91b87ed2c72b69f49fe8a44aaf08b3b0fc00270291111936543f094df5e66196");
        assertThatThrownBy(() -> PayloadCommitment.of(PayloadKind.PROMPT, new byte[31], content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31");
    }

    @Test
    void theSealIsTheFormulaOfItsDocumentation() {
        byte[] ciphertext = "ciphertext".getBytes(StandardCharsets.US_ASCII);
        assertThat(PayloadSeal.of(7, 1L << 61, ascending(12), ciphertext).hex())
                .isEqualTo("bcc82e5b3aae3fbe8fc3a81f3cd040dfd523456d417bdf895ce7413d4fa25399");
        assertThatThrownBy(() -> PayloadSeal.of(7, 1, new byte[16], ciphertext))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16");
    }

    @Test
    void draftsAndOpenContentsAreUtf8() {
        var draft = PayloadDraft.of(PayloadKind.NOTE, "é");
        assertThat(draft.kind()).isEqualTo(PayloadKind.NOTE);
        assertThat(draft.content()).isEqualTo(new byte[] {(byte) 0xc3, (byte) 0xa9});
        assertThat(new PayloadContent.Open(new byte[32], draft.content()).text()).isEqualTo("é");
    }

    private static PayloadReference parse(String json) {
        return PayloadReference.parse(
                JsonReader.parseObject(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] ascending(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
