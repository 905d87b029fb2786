package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.SigningKey;

class SignedNoteTest {
    /// The example key pair and note of Go's `sumdb/note`, which c2sp.org/signed-note describes.
    static final String KNOWN_KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String KNOWN_TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String KNOWN_NOTE =
            KNOWN_TEXT
                    + "\n— PeterNeumann "
                    + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final SigningKey key = SigningKey.generate();
    private final Checkpoint checkpoint =
            new Checkpoint(
                    "backlot.studio/x", 7, ContentHash.of("root".getBytes(StandardCharsets.UTF_8)));

    @Test
    void theKnownNoteIsReadAndItsSignatureHolds() {
        var note = SignedNote.parse(KNOWN_NOTE);
        assertThat(note.text()).isEqualTo(KNOWN_TEXT);
        assertThat(note.signatures()).hasSize(1);
        assertThat(note.signatures().getFirst().name()).isEqualTo("PeterNeumann");
        assertThat(note.signatures().getFirst().keyHash())
                .isEqualTo(HexFormat.of().parseHex("c74f20a3"));
        assertThat(note.isSignedBy(NoteKey.parse(KNOWN_KEY))).isTrue();
        assertThat(note.format()).isEqualTo(KNOWN_NOTE);
    }

    @Test
    void signingTheKnownTextGivesTheKnownSignature() {
        byte[] seed = Base64.getDecoder().decode(KNOWN_SEED);
        byte[] publicKey = NoteKey.parse(KNOWN_KEY).key().bytes();
        String secret =
                HexFormat.of().formatHex(publicKey)
                        + "302e020100300506032b657004220420"
                        + HexFormat.of().formatHex(seed, 1, 33);
        var signer = SigningKey.ofSecret(HexFormat.of().parseHex(secret));
        assertThat(signer.sign(KNOWN_TEXT.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SignedNote.parse(KNOWN_NOTE).signatures().getFirst().signature());
    }

    @Test
    void aSignedCheckpointReadsBackAndIsSignedByThatKeyOnly() {
        var note = SignedNote.parse(SignedNote.sign(checkpoint, key).format());
        assertThat(note.checkpoint()).isEqualTo(checkpoint);
        assertThat(note.isSignedBy(new NoteKey(checkpoint.origin(), key.verificationKey())))
                .isTrue();
        assertThat(note.isSignedBy(new NoteKey("another.name", key.verificationKey()))).isFalse();
        assertThat(
                        note.isSignedBy(
                                new NoteKey(
                                        checkpoint.origin(),
                                        SigningKey.generate().verificationKey())))
                .isFalse();
    }

    @Test
    void eachOfSeveralSignaturesIsFound() {
        var other = SigningKey.generate();
        var both = new ArrayList<>(SignedNote.sign(checkpoint, key).signatures());
        both.addAll(SignedNote.sign(checkpoint, other).signatures());
        var note = SignedNote.parse(new SignedNote(checkpoint.text(), both).format());
        assertThat(note.isSignedBy(new NoteKey(checkpoint.origin(), key.verificationKey())))
                .isTrue();
        assertThat(note.isSignedBy(new NoteKey(checkpoint.origin(), other.verificationKey())))
                .isTrue();
        both.clear();
        assertThat(note.signatures()).hasSize(2);
    }

    @Test
    void aSignatureUnderAnotherKeysHashDoesNotCount() {
        var good = SignedNote.sign(checkpoint, key).signatures().getFirst();
        var wrongHash = new SignedNote.SignatureLine(good.name(), new byte[4], good.signature());
        var wrongName = new SignedNote.SignatureLine("other", good.keyHash(), good.signature());
        var noteKey = new NoteKey(checkpoint.origin(), key.verificationKey());
        assertThat(new SignedNote(checkpoint.text(), List.of(wrongHash)).isSignedBy(noteKey))
                .isFalse();
        assertThat(new SignedNote(checkpoint.text(), List.of(wrongName)).isSignedBy(noteKey))
                .isFalse();
        assertThat(new SignedNote(checkpoint.text(), List.of()).isSignedBy(noteKey)).isFalse();
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String note = SignedNote.sign(checkpoint, key).format();
        var noteKey = new NoteKey(checkpoint.origin(), key.verificationKey());
        for (int i = 0; i < note.length(); i++) {
            String changed =
                    note.substring(0, i)
                            + (note.charAt(i) == 'A' ? 'B' : 'A')
                            + note.substring(i + 1);
            assertThat(holds(changed, noteKey)).as("character %d", i).isFalse();
            assertThat(holds(note.substring(0, i), noteKey)).as("cut at %d", i).isFalse();
        }
        assertThat(holds(note, noteKey)).isTrue();
    }

    private static boolean holds(String text, NoteKey key) {
        try {
            return SignedNote.parse(text).isSignedBy(key);
        } catch (MalformedNote e) {
            return false;
        }
    }

    @Test
    void onlyTheOneExactFormIsRead() {
        String line = KNOWN_NOTE.substring(KNOWN_NOTE.indexOf('—')).strip();
        for (String bad :
                List.of(
                        "",
                        "\n",
                        "no signature at all\n",
                        "text\n\n",
                        "\n\n" + line + "\n",
                        "text\n" + line + "\n",
                        "text\n\n" + line,
                        "text\n\n" + line + "\n" + "trailing",
                        "text\n\n" + line.replace("—", "-") + "\n",
                        "text\n\n" + line.replace("— ", "—") + "\n",
                        "text\n\n" + line + " more\n",
                        "text\n\n" + line.replace("=", "") + "\n",
                        "text\n\n" + line.replace("AM=", "AN=") + "\n",
                        "text\n\n" + line.replace("x08g", "") + "\n",
                        "text\n\n— PeterNeumann !!!!\n",
                        "text\n\n" + line + "\r\n")) {
            assertThatThrownBy(() -> SignedNote.parse(bad)).isInstanceOf(MalformedNote.class);
        }
        assertThatThrownBy(() -> SignedNote.parse("text\n\n— PeterNeumann !!!!\n"))
                .hasMessageContaining("not a signature line")
                .hasMessageContaining("!!!!");
    }

    @Test
    void aTextWithAnEmptyLineKeepsIt() {
        String text = "one\n\ntwo\n";
        var signature = SignedNote.parse(KNOWN_NOTE).signatures();
        var note = SignedNote.parse(new SignedNote(text, signature).format());
        assertThat(note.text()).isEqualTo(text);
        assertThatThrownBy(note::checkpoint).isInstanceOf(MalformedNote.class);
    }
}
