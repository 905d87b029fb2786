package studio.backlot.handover.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.ManifestForm;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackageReader;
import studio.backlot.handover.PackageRefused;
import studio.backlot.handover.PackedTexts;
import studio.backlot.handover.SampleSender;
import studio.backlot.handover.ZipForm;

class ZipPackagesTest {
    @TempDir private Path temporary = Path.of("");
    private final ZipPackages packages = new ZipPackages();
    private final SampleSender sender = new SampleSender();
    private Path file = Path.of("");

    @BeforeEach
    void pack() throws IOException {
        sender.submit("a harbour at dawn", "please look at the boats");
        sender.submit("a lighthouse", "and at the lamp");
        file = temporary.resolve("work.backlot");
        packages.write(file, sender.texts(sender.manifest()), assets());
    }

    private List<Path> assets() throws IOException {
        List<Path> assets = new ArrayList<>();
        for (byte[] content : sender.files) {
            assets.add(Files.write(temporary.resolve(ContentHash.of(content).hex()), content));
        }
        return assets;
    }

    @Test
    void whatIsPackedIsRead() throws IOException {
        try (PackageReader reader = packages.open(file)) {
            assertThat(reader.manifest().sender().name()).isEqualTo("Ana");
            List<byte[]> found = new ArrayList<>();
            reader.readAssets((asset, content) -> found.add(content.readAllBytes()));
            assertThat(found)
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(sender.files);
        }
    }

    @Test
    void anyZipProgramCanOpenAPackage() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .startsWith("package.json", "package.sig", "openings.json")
                    .hasSize(5);
            for (byte[] content : sender.files) {
                ZipEntry entry = zip.getEntry("assets/" + ContentHash.of(content).hex());
                assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void anAssetThatChangedIsNotPacked() throws IOException {
        PackageManifest manifest = sender.manifest();
        List<Path> assets = assets();
        Files.writeString(assets.getFirst(), "something else");

        assertThatThrownBy(() ->
                        packages.write(
                                temporary.resolve("other.backlot"), sender.texts(manifest), assets))
                .isInstanceOf(AssetDamaged.class);
    }

    @Test
    void everyTruncationIsRefusedInWords() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path cut = temporary.resolve("cut.backlot");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut))
                    .as("cut to " + length)
                    .isInstanceOf(PackageRefused.class)
                    .hasMessageContaining("Nothing was imported");
        }
    }

    @Test
    void everyFlippedBitOfTheFrameIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path changed = temporary.resolve("changed.backlot");
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << (at % 8));
            Files.write(changed, bytes);
            assertThatThrownBy(() -> read(changed))
                    .as("byte " + at)
                    .isInstanceOf(PackageRefused.class);
        }
    }

    @Test
    void rubbishIsRefusedAndNeverACrash() throws IOException {
        var random = new Random(5);
        byte[] whole = Files.readAllBytes(file);
        Path rubbish = temporary.resolve("rubbish.backlot");
        for (int round = 0; round < 500; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(40); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(rubbish, bytes);
            try {
                read(rubbish);
            } catch (PackageRefused expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void somethingBehindTheEndIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path longer = temporary.resolve("longer.backlot");
        Files.write(longer, Arrays.copyOf(whole, whole.length + 1));

        assertRefused(longer, "hidden after its end");
    }

    @Test
    void aCompressedPackageIsRefusedBeforeItUnfolds() throws IOException {
        Map<String, byte[]> members = members();
        Path bomb = temporary.resolve("bomb.backlot");
        members.put("package.json", new byte[50_000_000]);
        zip(bomb, members, ZipEntry.DEFLATED);

        assertRefused(bomb, "compressed");
        assertThat(Files.size(bomb)).isLessThan(100_000);
    }

    @Test
    void aPathThatLeadsElsewhereIsRefusedAndWritesNothing() throws IOException {
        String honest = "assets/" + ContentHash.of(sender.files.getFirst()).hex();
        for (String trick :
                List.of("../../evil", "/etc/evil", "assets/../../evil", "C:\\evil", "a\u0000b")) {
            String name = trick + "x".repeat(honest.length() - trick.length());
            Path tricked = temporary.resolve("tricked.backlot");
            Files.write(tricked, replaced(Files.readAllBytes(file), honest, name));

            assertRefused(tricked, "where \"assets/");
        }
        try (Stream<Path> beside = Files.list(temporary.resolveSibling(""))) {
            assertThat(beside).noneMatch(path -> path.toString().contains("evil"));
        }
    }

    @Test
    void aPackageThatWasPackedAgainIsRefused() throws IOException {
        Path again = temporary.resolve("again.backlot");
        zip(again, members(), ZipEntry.STORED);

        assertRefused(again, "packed by another program");
    }

    private static byte[] replaced(byte[] bytes, String name, String other) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(name, other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aMemberTooManyAndAMemberTwiceAreRefused() throws IOException {
        Map<String, byte[]> more = members();
        more.put("readme.txt", "hello".getBytes(StandardCharsets.UTF_8));
        Path longer = temporary.resolve("more.backlot");
        zip(longer, more, ZipEntry.STORED);

        assertThatThrownBy(() -> read(longer)).isInstanceOf(PackageRefused.class);
    }

    @Test
    void whatIsNoPackageIsCalledSo() throws IOException {
        Path picture = Files.writeString(temporary.resolve("plate.png"), "not a package at all");

        assertRefused(picture, "is no .backlot package");
        assertRefused(temporary.resolve("absent.backlot"), "there is no file");
        assertRefused(temporary, "is no file");
    }

    @Test
    void aManifestLargerThanAnyIsRefusedUnread() throws IOException {
        var huge = new ZipForm.Member("package.json", PackageManifest.LARGEST_TEXT + 1L, 0);
        Path path = Files.write(temporary.resolve("huge.backlot"), ZipForm.localHeader(huge));

        assertRefused(path, "more than any that Backlot makes");
    }

    @Test
    void aPackageOfManyFilesHasAWholeDirectory() throws IOException {
        var many = new SampleSender();
        for (int i = 0; i < 40; i++) {
            many.submit("plate " + i, "note " + i);
        }
        List<Path> assets = new ArrayList<>();
        for (byte[] content : many.files) {
            assets.add(Files.write(temporary.resolve(ContentHash.of(content).hex()), content));
        }
        Path path = temporary.resolve("many.backlot");
        packages.write(path, many.texts(many.manifest()), assets);

        assertThatCode(() -> read(path)).doesNotThrowAnyException();
        try (var zip = new ZipFile(path.toFile())) {
            assertThat(zip.size()).isEqualTo(43);
        }
    }

    @Test
    void aDirectoryBeyondFourGigabytesIsOfTheWideForm() throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ZipForm.directoryLine(new ZipForm.Member("assets/a", 7, 1), 5L << 32));
        assertThat(out.size()).isEqualTo(46 + 8 + 12);
        assertThat(ZipForm.end(3, 100, 5L << 32)).hasSize(56 + 20 + 22);
        assertThat(ZipForm.end(70_000, 100, 100)).hasSize(56 + 20 + 22);
        assertThat(ZipForm.end(3, 100, 100)).hasSize(22);
    }

    @Test
    void textsOfAnotherPackageAreRefused() throws IOException {
        PackedTexts texts = sender.texts(sender.manifest());
        byte[] others =
                "{\"openings\":[],\"schema\":\"backlot.openings/1\"}"
                        .getBytes(StandardCharsets.UTF_8);
        Path path = temporary.resolve("swapped.backlot");
        packages.write(
                path, new PackedTexts(texts.manifest(), texts.signature(), others), assets());

        assertRefused(path, "its texts are not those that its sender signed");
        assertThat(ManifestForm.parse(texts.manifest()).openings().bytes())
                .isEqualTo(texts.openings().length);
    }

    /// Reads all of it as an import does, with each asset's hash compared.
    private void read(Path path) {
        try (PackageReader reader = packages.open(path)) {
            byte[] manifest = reader.texts().manifest();
            if (!studio.backlot.handover.PackageCheck.run(
                            reader.manifest(), manifest, reader.texts().signature())
                    .isEmpty()) {
                throw new PackageRefused("unsound. Nothing was imported");
            }
            reader.readAssets((asset, content) -> {
                if (!ContentHash.of(content.readAllBytes()).equals(asset.sha256())) {
                    throw new PackageRefused("another file. Nothing was imported");
                }
            });
        }
    }

    private void assertRefused(Path path, String... oneOf) {
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(PackageRefused.class)
                .satisfies(e ->
                        assertThat(oneOf)
                                .as(e.getMessage())
                                .anyMatch(words -> String.valueOf(e.getMessage()).contains(words)));
    }

    private Map<String, byte[]> members() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        }
        return members;
    }

    private static void zip(Path path, Map<String, byte[]> members, int method) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                var entry = new ZipEntry(member.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    var crc = new java.util.zip.CRC32();
                    crc.update(member.getValue());
                    entry.setSize(member.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
    }
}
