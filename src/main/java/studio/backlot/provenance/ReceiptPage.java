package studio.backlot.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.FingerprintWords;

/// A [Receipt] as one HTML page that needs no network and checks itself in the reader's browser.
///
/// The page shows the fingerprint of the log's key in words, to be compared with words had by
/// another way: a forger could ship a page and key of his own. The same receipt gives the same
/// page, so that a page which says something else can be told from one that was written here.
public record ReceiptPage(Receipt receipt) {
    private static final String START = "<script type=\"application/json\" id=\"receipt\">";
    private static final String END = "</script>";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    /// Whether a file is a page and not the JSON of a receipt.
    public static boolean isPage(byte[] file) {
        int at = 0;
        while (at < file.length && file[at] <= ' ') {
            at++;
        }
        return at < file.length && file[at] == '<';
    }

    /// Reads the receipt out of a page from anyone; throws [MalformedReceipt] saying what is wrong.
    /// What else the page shows or does is not looked at, see [#isAsWritten].
    public static ReceiptPage parse(byte[] file) {
        if (file.length > Receipt.LARGEST_FILE) {
            throw new MalformedReceipt(
                    "a file of " + file.length + " bytes is too large for a receipt");
        }
        String html = decode(file);
        int start = html.indexOf(START);
        int end = start < 0 ? -1 : html.indexOf(END, start);
        if (end < 0 || html.indexOf(START, end) >= 0) {
            throw new MalformedReceipt("this page does not hold one receipt");
        }
        String json = html.substring(start + START.length(), end);
        return new ReceiptPage(Receipt.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedReceipt("this page is not UTF-8");
        }
    }

    /// Whether a file is the very page that this version writes for its receipt: one that is not
    /// may show what its receipt does not say.
    public boolean isAsWritten(byte[] file) {
        return Arrays.equals(file, bytes());
    }

    /// The page, in UTF-8.
    public byte[] bytes() {
        String style = resource("receipt-page.css");
        String script =
                resource("receipt-crypto.js")
                        + resource("receipt-check.js")
                        + resource("receipt-page.js");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("style", style);
        parts.put("style-hash", sourceHash(style));
        parts.put("script", script);
        parts.put("script-hash", sourceHash(script));
        parts.put("index", Long.toString(receipt.proof().index()));
        parts.put("receipt", inScript(new String(receipt.bytes(), StandardCharsets.UTF_8)));
        parts.put("words", FingerprintWords.table());
        String page =
                PLACE.matcher(resource("receipt-page.html"))
                        .replaceAll(place ->
                                Matcher.quoteReplacement(
                                        Optional.ofNullable(parts.get(place.group(1)))
                                                .orElseThrow()));
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /// JSON that cannot end the script element it stands in: `<` only ever stands inside its
    /// strings.
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /// How a content security policy names an inline script or style.
    private static String sourceHash(String text) {
        byte[] hash = ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    private static String resource(String name) {
        try (var stream = ReceiptPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            // a page has newlines only, whatever the sources were checked out with: its policy
            // names
            // script and style by their hashes
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the program", e);
        }
    }
}
