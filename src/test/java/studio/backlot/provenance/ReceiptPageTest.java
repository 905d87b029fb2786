package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.FingerprintWords;

class ReceiptPageTest {
    private final SampleLedger sample = SampleLedger.ofRuns(3);
    private final Receipt receipt = new SampleReceipts(sample).of(3);
    private final byte[] page = new ReceiptPage(receipt).bytes();
    private final String html = new String(page, StandardCharsets.UTF_8);

    @Test
    void theReceiptIsReadBackFromThePageAndVerifies() {
        ReceiptPage read = ReceiptPage.parse(page);

        assertThat(ReceiptPage.isPage(page)).isTrue();
        assertThat(ReceiptPage.isPage(receipt.bytes())).isFalse();
        assertThat(read.receipt().bytes()).isEqualTo(receipt.bytes());
        assertThat(read.receipt().verify(new KnownKey.Whole(sample.noteKey()))).isEmpty();
        assertThat(read.isAsWritten(page)).isTrue();
    }

    @Test
    void aPageThatSaysSomethingElseThanItsReceiptIsToldFromOurs() {
        byte[] lying = html.replace("does not prove", "proves").getBytes(StandardCharsets.UTF_8);

        assertThat(ReceiptPage.parse(lying).receipt().bytes()).isEqualTo(receipt.bytes());
        assertThat(ReceiptPage.parse(lying).isAsWritten(lying)).isFalse();
    }

    @Test
    void itsPolicyAllowsItsOwnScriptAndStyleAndNothingElse() {
        assertThat(html)
                .contains(
                        "content=\"default-src 'none'; script-src '"
                                + hashOf("<script>(.*?)</script>")
                                + "'; style-src '"
                                + hashOf("<style>(.*?)</style>")
                                + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(html.indexOf("Content-Security-Policy")).isLessThan(html.indexOf("<style>"));
    }

    private String hashOf(String expression) {
        List<MatchResult> found =
                Pattern.compile(expression, Pattern.DOTALL).matcher(html).results().toList();
        assertThat(found).hasSize(1);
        byte[] text = found.getFirst().group(1).getBytes(StandardCharsets.UTF_8);
        return "sha256-" + Base64.getEncoder().encodeToString(ContentHash.of(text).bytes());
    }

    @Test
    void itNamesNothingToLoadAndMakesNoMarkupFromTexts() {
        assertThat(html)
                .doesNotContainPattern("(?i)\\b(?:https?|wss?|ftp):")
                .doesNotContainPattern("(?i)\\s(?:src|href|srcset|action|on[a-z]+)\\s*=\\s*[\"']")
                .doesNotContain("url(", "@import", "{{", "\r")
                .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write")
                .doesNotContainPattern(
                        "\\beval\\b|new Function|\\bfetch\\b|XMLHttpRequest|import\\(");
    }

    @Test
    void itSaysWhatItDoesNotProveAndWhatDoes() {
        assertThat(html)
                .contains(
                        "This page alone does not prove who made it.",
                        "backlot verify-receipt FILE --key",
                        "Not checked: this page checks itself with a script, and it did not run.",
                        FingerprintWords.table());
    }

    @Test
    void aTextThatLooksLikeMarkupStaysInsideItsElement() {
        var hostile = "</script><script>alert(1)</script><!--<script>";
        byte[] content = hostile.getBytes(StandardCharsets.UTF_8);
        var opened =
                new Receipt(
                        hostile.getBytes(StandardCharsets.UTF_8),
                        receipt.proof(),
                        receipt.checkpoint(),
                        receipt.logKey(),
                        List.of(new PayloadOpening(1, PayloadKind.PROMPT, new byte[32], content)));
        String written = new String(new ReceiptPage(opened).bytes(), StandardCharsets.UTF_8);

        assertThat(Pattern.compile("<script").matcher(written).results()).hasSize(3);
        assertThat(Pattern.compile("</script>").matcher(written).results()).hasSize(3);
        assertThat(written).doesNotContain("<!--");
        assertThat(ReceiptPage.parse(written.getBytes(StandardCharsets.UTF_8)).receipt().entry())
                .isEqualTo(opened.entry());
    }

    @Test
    void whatIsNoPageIsRefusedInWords() {
        for (String none :
                List.of(
                        "<html></html>",
                        "<script type=\"application/json\" id=\"receipt\">{}",
                        html.replace("</body>", html),
                        html.replace("backlot.receipt/1", "backlot.receipt/2"))) {
            assertThatThrownBy(() -> ReceiptPage.parse(none.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedReceipt.class);
        }
        assertThatThrownBy(() -> ReceiptPage.parse(new byte[] {'<', (byte) 0xff}))
                .hasMessage("this page is not UTF-8");
        assertThatThrownBy(() -> ReceiptPage.parse(new byte[Receipt.LARGEST_FILE + 1]))
                .hasMessageContaining("too large");
        assertThat(ReceiptPage.isPage(new byte[0])).isFalse();
        assertThat(ReceiptPage.isPage(" \n<html>".getBytes(StandardCharsets.UTF_8))).isTrue();
    }
}
