package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.acceptance.HeadlessBrowser;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.identity.SigningKey;

/// A browser finds in a receipt's page what the program finds, and its arithmetic is that of the
/// standards.
@Tag("peer")
class ReceiptPagePeerTest {
    /// SHA-256 and SHA-512 of `abc` and of the two-block messages of FIPS 180-4's examples.
    private static final String[][] DIGESTS = {
        {
            "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        },
        {
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            "204a8fc6dda82f0a0ced7beb8e08a41657c16ef468b228a8279be331a703c335"
                    + "96fd15c13b1b07f9aa1d3bea57789ca031ad85c7a71dd70354ec631238ca3445"
        },
        {
            "",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                    + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
        }
    };

    /// Key, message, signature: RFC 8032 §7.1, tests 1 to 3.
    private static final String[][] SIGNATURES = {
        {
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                    + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        }
    };

    private final Random random = new Random(5);
    private final SampleLedger sample = SampleLedger.ofRuns(3);
    private final SampleReceipts receipts = new SampleReceipts(sample);

    @TempDir private Path folder = Path.of("");

    @Test
    void theHashesAreThoseOfTheStandard() throws Exception {
        Map<String, String> calls = new LinkedHashMap<>();
        for (String[] digest : DIGESTS) {
            calls.put("hexOf(sha256(bytesOfText('" + digest[0] + "')))", digest[1]);
            calls.put("hexOf(sha512(bytesOfText('" + digest[0] + "')))", digest[2]);
        }
        for (int length = 0; length < 300; length += 1 + length / 70) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            for (String name : List.of("256", "512")) {
                calls.put(
                        "hexOf(sha" + name + "(bytesOfHex('" + hex(message) + "')))",
                        hex(digest("SHA-" + name, message)));
            }
        }

        inBrowser(List.copyOf(calls.keySet()))
                .ifPresent(answers -> assertThat(answers).isEqualTo(List.copyOf(calls.values())));
    }

    private static byte[] digest(String name, byte[] message) throws GeneralSecurityException {
        return MessageDigest.getInstance(name).digest(message);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aSignatureHoldsAsInTheRfcAndNoOtherDoes() throws Exception {
        List<String> calls = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String[] vector : SIGNATURES) {
            expectSigned(vector[0], vector[1], vector[2], true, calls, expected);
            expectSigned(vector[0], vector[1] + "00", vector[2], false, calls, expected);
            expectSigned(vector[0], vector[1], plusOrder(vector[2]), false, calls, expected);
            expectSigned(vector[0], vector[1], vector[2].substring(2), false, calls, expected);
            expectSigned("f".repeat(64), vector[1], vector[2], false, calls, expected);
        }
        for (int i = 0; i < 60; i++) {
            var key = SigningKey.generate();
            byte[] message = new byte[i];
            random.nextBytes(message);
            byte[] signature = key.sign(message);
            if (i % 2 == 1) {
                signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            }
            boolean isSigned = key.verificationKey().verifies(message, signature);
            expectSigned(
                    key.verificationKey().hex(),
                    hex(message),
                    hex(signature),
                    isSigned,
                    calls,
                    expected);
        }

        inBrowser(calls).ifPresent(answers -> assertThat(answers).isEqualTo(expected));
        assertThat(expected).contains("true", "false");
    }

    private static void expectSigned(
            String key,
            String message,
            String signature,
            boolean isSigned,
            List<String> calls,
            List<String> expected) {
        calls.add(
                "isSigned(bytesOfHex('%s'), bytesOfHex('%s'), bytesOfHex('%s'))"
                        .formatted(key, message, signature));
        expected.add(Boolean.toString(isSigned));
    }

    /// The same signature with the group's order added to its scalar: what a strict check refuses.
    private static String plusOrder(String signature) {
        byte[] bytes = HexFormat.of().parseHex(signature);
        byte[] order =
                HexFormat.of()
                        .parseHex(
                                "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (bytes[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            bytes[32 + i] = (byte) sum;
            carry = sum >> 8;
        }
        return hex(bytes);
    }

    @Test
    void everyFlippedBitThatTheProgramFindsThePageFinds() throws Exception {
        List<byte[]> files = new ArrayList<>();
        byte[] opened = receipts.of(3).bytes();
        byte[] signed = new SignedReceipts().of(3, 0).bytes();
        for (int i = 0; i < 1000; i++) {
            byte[] changed = (i % 2 == 0 ? opened : signed).clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
            files.add(changed);
        }
        List<String> calls = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (byte[] file : files) {
            String text = new String(file, StandardCharsets.UTF_8);
            calls.add(codesOf(text));
            expected.add(codes(text.getBytes(StandardCharsets.UTF_8)).isEmpty());
        }

        inBrowser(calls)
                .ifPresent(answers ->
                        assertThat(answers.stream().map(String::isEmpty).toList())
                                .isEqualTo(expected));
        assertThat(expected).containsOnly(false);
    }

    @Test
    void thePageNamesWhatTheProgramNames() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (int index = 0; index < sample.entries.size(); index++) {
            files.add(receipts.of(index).bytes());
        }
        Receipt receipt = receipts.of(3);
        files.add(SampleReceipts.with(receipt, "entry", "{}"));
        files.add(SampleReceipts.with(receipt, "checkpoint", otherNote().format()));
        files.add(SampleReceipts.with(receipt, "logKey", otherKey().text()));
        files.add(SampleReceipts.with(receipt, "schema", "backlot.receipt/2"));
        int unsigned = files.size();
        var signed = new SignedReceipts();
        signed.judged().keySet().forEach(one -> files.add(one.bytes()));
        List<String> expected = files.stream().map(ReceiptPagePeerTest::codes).toList();

        inBrowser(
                        files.stream()
                                .map(file -> codesOf(new String(file, StandardCharsets.UTF_8)))
                                .toList())
                .ifPresent(answers -> assertThat(answers).isEqualTo(expected));
        assertThat(expected.subList(0, sample.entries.size())).containsOnly("");
        assertThat(expected.subList(sample.entries.size(), unsigned)).doesNotContain("");
        assertThat(expected.subList(unsigned, files.size())).containsAll(signed.judged().values());
    }

    private static String codesOf(String receipt) {
        return "codesOf(" + CanonicalJson.text(new JsonString(receipt)) + ")";
    }

    private static NoteKey otherKey() {
        return SampleLedger.ofRuns(1).noteKey();
    }

    private static SignedNote otherNote() {
        return SampleLedger.ofRuns(2).addCheckpoint();
    }

    private static String codes(byte[] file) {
        try {
            Receipt receipt = Receipt.parse(file);
            List<String> codes =
                    receipt.verify(new KnownKey.Whole(receipt.logKey())).stream()
                            .map(ValidationStatus::code)
                            .distinct()
                            .sorted()
                            .toList();
            return String.join(" ", codes);
        } catch (MalformedReceipt e) {
            return "receipt.malformed";
        }
    }

    @Test
    void thePageShowsWhatItFound() throws Exception {
        Optional<HeadlessBrowser> browser = HeadlessBrowser.find();
        if (browser.isEmpty()) {
            return;
        }
        Receipt receipt = receipts.of(3);
        String html = new String(new ReceiptPage(receipt).bytes(), StandardCharsets.UTF_8);

        String whole = open(browser.orElseThrow(), html);
        assertThat(HeadlessBrowser.bodyAttribute(whole, "data-state")).isEqualTo("whole");
        assertThat(whole)
                .contains("Nothing in this receipt was changed.")
                .contains(FingerprintWords.lines(sample.noteKey().key().fingerprint()));

        String damaged = open(browser.orElseThrow(), html.replace("\"Ana\\\"", "\"Eve\\\""));
        assertThat(HeadlessBrowser.bodyAttribute(damaged, "data-state")).isEqualTo("damaged");
        assertThat(HeadlessBrowser.bodyAttribute(damaged, "data-codes"))
                .isEqualTo("receipt.notIncluded");

        String torn = open(browser.orElseThrow(), html.replace("\"logKey\"", "\"noKey\""));
        assertThat(torn).contains("This receipt cannot be read");

        String otherScript = open(browser.orElseThrow(), html.replace("'damaged'", "'whole'"));
        assertThat(HeadlessBrowser.bodyAttribute(otherScript, "data-state"))
                .as("the page's policy stops a script that is not its own")
                .isEqualTo("unchecked");
    }

    private String open(HeadlessBrowser browser, String html) throws Exception {
        Path page = Files.writeString(Files.createTempFile(folder, "page", ".html"), html);
        return browser.open(page, folder);
    }

    /// What the page's own functions answer to these calls, as texts; empty where no browser is.
    private Optional<List<String>> inBrowser(List<String> calls) throws Exception {
        Optional<HeadlessBrowser> browser = HeadlessBrowser.find();
        if (browser.isEmpty()) {
            return Optional.empty();
        }
        String codesOf =
                """
                function codesOf(text) {
                  try {
                    const found = checkReceipt(text).checks.flatMap(check => check.findings.map(f => f.code));
                    return [...new Set(found)].sort().join(' ');
                  } catch (error) {
                    return 'receipt.malformed';
                  }
                }
                """;
        String page =
                "<!DOCTYPE html><meta charset=\"utf-8\"><body><script>"
                        + resource("receipt-crypto.js")
                        + resource("receipt-check.js")
                        + codesOf
                        + "const answers = [].map.call(["
                        + String.join(
                                ",\n",
                                calls.stream().map(call -> "() => String(" + call + ")").toList())
                        + "], call => call());\n"
                        + "document.body.textContent = 'answers:' + btoa(JSON.stringify(answers)) + ';';"
                        + "</script></body>";
        String dom = open(browser.orElseThrow(), page);
        var found = Pattern.compile("answers:([A-Za-z0-9+/=]+);").matcher(dom);
        assertThat(found.find()).as(dom).isTrue();
        byte[] json = Base64.getDecoder().decode(found.group(1));
        JsonObject holder =
                JsonReader.parseObject(
                        ("{\"answers\":" + new String(json, StandardCharsets.UTF_8) + "}")
                                .getBytes(StandardCharsets.UTF_8));
        List<JsonValue> answers = holder.array("answers").orElseThrow();
        return Optional.of(answers.stream().map(answer -> ((JsonString) answer).value()).toList());
    }

    private static String resource(String name) throws IOException {
        try (var stream = ReceiptPage.class.getResourceAsStream(name)) {
            return new String(
                    Optional.ofNullable(stream).orElseThrow().readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
