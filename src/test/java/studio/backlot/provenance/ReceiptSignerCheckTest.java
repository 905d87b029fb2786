package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

/// Whether a receipt shows who signed its entry.
class ReceiptSignerCheckTest {
    private final SignedReceipts signed = new SignedReceipts();

    private String codes(Receipt receipt) {
        List<String> codes =
                receipt.verify(new KnownKey.Whole(signed.sample.noteKey())).stream()
                        .map(ValidationStatus::code)
                        .distinct()
                        .sorted()
                        .toList();
        return String.join(" ", codes);
    }

    @Test
    void aSignatureIsHeldAgainstTheEnrolmentThatTheReceiptShows() {
        signed.judged()
                .forEach((receipt, expected) ->
                        assertThat(codes(Receipt.parse(receipt.bytes())))
                                .as(new String(receipt.bytes(), StandardCharsets.UTF_8))
                                .isEqualTo(expected));
    }

    @Test
    void aKeyWithoutASignatureAndASignatureWithoutAKeyAreFindings() {
        String entry = new String(signed.of(2, 1).entry(), StandardCharsets.UTF_8);
        String unsigned = entry.replaceFirst(",\"signature\":\"[^\"]+\"", "");
        String keyless = entry.replaceFirst("\"key\":\"[^\"]+\",", "");

        for (String changed : List.of(unsigned, keyless)) {
            assertThat(changed).isNotEqualTo(entry);
            Receipt receipt = signed.of(2, 1);
            assertThat(
                            codes(
                                    new Receipt(
                                            changed.getBytes(StandardCharsets.UTF_8),
                                            receipt.proof(),
                                            receipt.checkpoint(),
                                            receipt.logKey(),
                                            List.of(),
                                            receipt.enrolment())))
                    .isEqualTo("receipt.notIncluded receipt.signerInvalid");
        }
    }

    @Test
    void anEnrolmentIsHeldAgainstTheKeyThatItGives() {
        Receipt receipt = signed.of(1, -1);
        assertThat(codes(receipt)).isEmpty();
        String signature = "\"signature\":\"[^\"]+\"";
        Matcher anothers =
                Pattern.compile(signature)
                        .matcher(new String(signed.of(2, 1).entry(), StandardCharsets.UTF_8));
        assertThat(anothers.find()).isTrue();
        String forged =
                new String(receipt.entry(), StandardCharsets.UTF_8)
                        .replaceFirst(signature, anothers.group());

        assertThat(
                        codes(
                                new Receipt(
                                        forged.getBytes(StandardCharsets.UTF_8),
                                        receipt.proof(),
                                        receipt.checkpoint(),
                                        receipt.logKey(),
                                        List.of(),
                                        receipt.enrolment())))
                .isEqualTo("receipt.notIncluded receipt.signerInvalid");
    }

    @Test
    void anEnrolmentOfAnotherKindIsRefusedInWords() {
        JsonObject whole = JsonReader.parseObject(signed.of(2, 1).bytes());
        String text = CanonicalJson.text(whole);
        String enrolment = CanonicalJson.text(whole.get("enrolment").orElseThrow());

        assertThat(Receipt.parse(text.getBytes(StandardCharsets.UTF_8)).enrolment()).isPresent();
        assertThat(signed.of(1, -1).enrolment()).isEqualTo(Optional.empty());
        for (String other : List.of("\"x\"", "{}", "[]", "{\"entry\":\"x\",\"index\":0}")) {
            byte[] changed = text.replace(enrolment, other).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Receipt.parse(changed)).isInstanceOf(MalformedReceipt.class);
        }
    }
}
