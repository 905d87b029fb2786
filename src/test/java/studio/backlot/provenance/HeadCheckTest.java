package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.identity.SigningKey;

/// Head and signers are held against the tree computed anew.
class HeadCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(4);

    @Test
    void aTailCutWithoutTheKeyIsDetected() {
        sample.entries.removeLast();
        sample.entries.removeLast();

        assertThat(Reports.codes(sample.copy().verify()))
                .contains("head.sizeMismatch", "head.rootMismatch", "head.frontierMismatch");
        assertThat(Reports.codes(sample.resizedWithoutKey().verify()))
                .containsExactly("head.noteMismatch");
    }

    @Test
    void aTreeMadeAnewWithoutTheKeyIsDetected() {
        sample.replace(3, Reports.edited(sample.entries.get(3), "\"Ana\"", "\"Eve\""));
        sample.resizedWithoutKey();
        assertThat(Reports.codes(sample.verify())).containsExactly("head.noteMismatch");

        sample.key = SigningKey.generate();
        sample.sealed();
        assertThat(Reports.codes(sample.verify())).containsExactly("head.signatureInvalid");
    }

    @Test
    void everyPartOfTheHeadIsCompared() {
        RawHead head = sample.heads.getFirst();
        assertThat(
                        headCodes(
                                new RawHead(
                                        head.size() + 1,
                                        head.root(),
                                        head.frontier(),
                                        head.note())))
                .containsExactly("head.sizeMismatch", "head.noteMismatch");
        assertThat(
                        headCodes(
                                new RawHead(
                                        head.size(),
                                        flipped(head.root()),
                                        head.frontier(),
                                        head.note())))
                .containsExactly("head.rootMismatch", "head.noteMismatch");
        assertThat(
                        headCodes(
                                new RawHead(
                                        head.size(),
                                        head.root(),
                                        flipped(head.frontier()),
                                        head.note())))
                .containsExactly("head.frontierMismatch");
        assertThat(
                        headCodes(
                                new RawHead(
                                        head.size(),
                                        head.root(),
                                        head.frontier(),
                                        head.note() + "x")))
                .containsExactly("head.noteMalformed");
        SampleLedger stranger = SampleLedger.ofRuns(5);
        assertThat(
                        headCodes(
                                new RawHead(
                                        head.size(),
                                        head.root(),
                                        head.frontier(),
                                        stranger.heads.getFirst().note())))
                .containsExactly(
                        "head.originMismatch", "head.signatureInvalid", "head.noteMismatch");
        sample.heads.add(head);
        sample.heads.set(0, head);
        assertThat(Reports.codes(sample.verify())).containsExactly("head.several");
    }

    private List<String> headCodes(RawHead head) {
        sample.heads.set(0, head);
        return Reports.codes(sample.verify());
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    @Test
    void everyCharacterOfTheHeadsNoteCounts() {
        RawHead head = sample.heads.getFirst();
        byte[] note = head.note().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < note.length; at++) {
            byte[] changed = note.clone();
            changed[at] ^= 1;
            sample.heads.set(
                    0,
                    new RawHead(
                            head.size(),
                            head.root(),
                            head.frontier(),
                            new String(changed, StandardCharsets.UTF_8)));
            assertThat(sample.verify().findings()).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void aKnownKeyIsHeldAgainstTheLedgers() {
        NoteKey right = sample.noteKey();
        assertThat(SampleLedger.verify(sample.request().withKey(right)).findings()).isEmpty();

        NoteKey other = new NoteKey(right.name(), SigningKey.generate().verificationKey());
        VerificationReport report = SampleLedger.verify(sample.request().withKey(other));
        assertThat(Reports.codes(report))
                .containsExactlyInAnyOrder("key.mismatch", "head.signatureInvalid");
        assertThat(Reports.only(report, "key.mismatch").explanation())
                .contains(other.key().fingerprint().hex(), right.key().fingerprint().hex());
    }

    @Test
    void aLogMadeAnewUnderAnotherKeyIsFoundByTheKnownKey() {
        NoteKey right = sample.noteKey();
        sample.key = SigningKey.generate();
        sample.replace(
                0,
                Reports.edited(sample.entries.getFirst(), right.text(), sample.noteKey().text()));
        sample.sealed();

        assertThat(sample.verify().findings()).isEmpty();
        assertThat(Reports.codes(SampleLedger.verify(sample.request().withKey(right))))
                .contains("key.mismatch");
    }

    @Test
    void aKeyOfAnotherLogInTheFirstEntryIsDetected() {
        NoteKey stranger = new NoteKey("backlot.studio/other", sample.key.verificationKey());
        sample.replace(
                0,
                Reports.edited(
                        sample.entries.getFirst(), sample.noteKey().text(), stranger.text()));

        assertThat(Reports.codes(sample.sealed().verify())).contains("key.originMismatch");
    }

    @Test
    void aFirstEntryWithoutAKeyIsDetected() {
        sample.replace(
                0,
                Reports.edited(
                        sample.entries.getFirst(), "\"logKey\":{\"key\":", "\"logKey\":{\"kex\":"));

        assertThat(Reports.only(sample.sealed().verify(), "key.missing").where())
                .isEqualTo("entry 0");
        assertThat(Reports.codes(SampleLedger.verify(sample.request().withKey(sample.noteKey()))))
                .containsExactly("key.missing");
    }
}
