package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Source;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.ImportPackage;
import studio.backlot.workflow.ImportedRecords;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PackageChoice;

/// Two productions exchange packages 200 times: some are lost, some come twice, some come late.
@Tag("endurance")
class PackageEnduranceTest {
    private static final int EXCHANGES = 200;

    @TempDir private Path temporary = Path.of("");
    private final Random random = new Random(20);
    private final List<ContentHash> drafts = new ArrayList<>();
    private final List<ContentHash> handedIn = new ArrayList<>();
    private final Set<ContentHash> arrived = new HashSet<>();
    private final Map<ContentHash, Integer> decisions = new HashMap<>();
    private final List<Path> toPia = new ArrayList<>();
    private final List<Path> toAna = new ArrayList<>();
    private int number;

    @Test
    void twoHundredExchangesWithLossesAndRepeatsLoseNothingAndDoubleNothing() throws IOException {
        try (var ana = new Desk(Files.createDirectory(temporary.resolve("a")), "Ana");
                var pia = new Desk(Files.createDirectory(temporary.resolve("p")), "Pia")) {
            ana.enrol(pia.person());
            pia.enrol(ana.person());
            handIn(ana);
            send(ana, pia, toPia, "Pia", false);
            decide(pia);
            for (int i = 1; i < EXCHANGES; i++) {
                exchange(ana, pia);
            }
            // what was lost on the way comes with the next package that arrives
            handIn(ana);
            send(ana, pia, toPia, "Pia", false);
            decide(pia);
            send(pia, ana, toAna, "Ana", true);

            assertThat(ana.findings()).isEmpty();
            assertThat(pia.findings()).isEmpty();
            assertThat(arrived).containsExactlyInAnyOrderElementsOf(handedIn);
            assertNothingIsTwice(ana);
            assertNothingIsTwice(pia);
            assertEveryVerdictArrived(ana);
            assertNoDraftIsReadable(pia);
        }
    }

    private void exchange(Desk ana, Desk pia) throws IOException {
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                handIn(ana);
                send(ana, pia, toPia, "Pia", false);
            }
            case 2 -> {
                // lost: made, recorded as handed over, never taken in by now
                handIn(ana);
                toPia.add(export(ana, "Pia", false));
            }
            case 3 -> {
                decide(pia);
                send(pia, ana, toAna, "Ana", true);
            }
            case 4 -> arrive(pia.take(toPia.get(random.nextInt(toPia.size()))));
            default -> {
                if (toAna.isEmpty()) {
                    toAna.add(export(pia, "Ana", true));
                }
                ana.take(toAna.get(random.nextInt(toAna.size())));
            }
        }
    }

    private void handIn(Desk ana) {
        try (OpenProduction production = ana.open()) {
            number++;
            drafts.add(ana.plate(production, "draft " + number, "sealed words " + number));
            ContentHash plate = ana.plate(production, "plate " + number, "words " + number);
            ana.submit(production, plate, "note " + number);
            handedIn.add(plate);
        }
    }

    private void send(Desk from, Desk to, List<Path> sent, String name, boolean isVerdicts) {
        Path file = export(from, name, isVerdicts);
        sent.add(file);
        arrive(to.take(file));
    }

    private Path export(Desk from, String name, boolean isVerdicts) {
        Path file = temporary.resolve(name + "-" + toPia.size() + "-" + toAna.size() + ".backlot");
        PackageChoice choice =
                isVerdicts ? new PackageChoice.Verdicts() : new PackageChoice.Everything();
        from.export(file, choice, name, random.nextBoolean());
        return file;
    }

    private void arrive(ImportPackage.TakenIn taken) {
        taken.manifest().files().forEach(file -> arrived.add(file.sha256()));
    }

    private void decide(Desk pia) {
        List<ContentHash> known = List.copyOf(arrived);
        ContentHash asset = known.get(random.nextInt(known.size()));
        pia.decide(asset, "changesRequested", "reason " + decisions.size());
        decisions.merge(asset, 1, Integer::sum);
    }

    private static List<KnownEntry> imported(Desk desk) {
        List<KnownEntry> imported = new ArrayList<>();
        try (OpenProduction production = desk.open()) {
            for (LedgerEntry entry : production.ledger().registerEntries(0, 100_000)) {
                imported.addAll(new ImportedRecords(production.assets()).of(entry));
            }
        }
        return imported;
    }

    private static void assertNothingIsTwice(Desk desk) {
        Set<String> seen = new HashSet<>();
        for (KnownEntry known : imported(desk)) {
            assertThat(known.source()).isInstanceOf(Source.Imported.class);
            assertThat(seen.add(known.entry().production() + " " + known.entry().index()))
                    .as("record " + known.entry().index())
                    .isTrue();
        }
    }

    private void assertEveryVerdictArrived(Desk ana) {
        Map<ContentHash, Integer> found = new HashMap<>();
        for (KnownEntry known : imported(ana)) {
            if (known.entry().event() == EventType.REVIEW) {
                known.entry()
                        .assertions()
                        .object("verdict")
                        .flatMap(verdict -> verdict.text("file"))
                        .ifPresent(hex -> found.merge(new ContentHash(hex), 1, Integer::sum));
            }
        }
        assertThat(found).isEqualTo(decisions);
    }

    /// Neither the file nor the record of a draft is at the other desk, in whatever form.
    private void assertNoDraftIsReadable(Desk pia) throws IOException {
        Set<String> sealed = new HashSet<>();
        drafts.forEach(draft -> sealed.add(draft.hex()));
        try (OpenProduction production = pia.open();
                var assets = production.assets().list()) {
            for (ContentHash asset : assets.toList()) {
                assertThat(drafts).doesNotContain(asset);
                String bytes =
                        new String(production.assets().read(asset), StandardCharsets.ISO_8859_1);
                assertThat(sealed).noneMatch(bytes::contains);
                assertThat(bytes).doesNotContain("sealed words");
            }
        }
    }
}
