package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;

/// What every [Ledger] promises; a subclass says how one is made and opened again.
public abstract class LedgerContract {
    protected static final UUID PRODUCTION =
            UUID.fromString("0190b0f4-0000-7000-8000-000000000001");
    protected static final Maker ARTIST = new Maker("Ana", Role.ARTIST);

    protected final SigningKey key = SigningKey.generate();
    protected Instant now = Instant.parse("2026-03-01T10:15:30.123456Z");
    private long nextId;

    /// A new ledger of [#PRODUCTION] signed by [#key], or the same one opened again.
    protected abstract Ledger open();

    /// The same ledger opened for reading while it may be open for writing.
    protected abstract Ledger openForReading();

    protected UUID nextId() {
        return new UUID(7, nextId++);
    }

    protected static EntryDraft draft(String text) {
        return new EntryDraft(
                EventType.REVIEW,
                ARTIST,
                Optional.empty(),
                new JsonBuilder().put("note", text).build());
    }

    protected static List<EntryDraft> drafts(int count) {
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft("d" + i));
        }
        return drafts;
    }

    protected NoteKey noteKey() {
        return new NoteKey(Checkpoint.originOf(PRODUCTION), key.verificationKey());
    }

    @Test
    void anEmptyLedgerHasASignedHeadOfTheEmptyTree() {
        try (var ledger = open()) {
            assertThat(ledger.production()).isEqualTo(PRODUCTION);
            assertThat(ledger.head().checkpoint().size()).isZero();
            assertThat(ledger.head().checkpoint().root().bytes()).isEqualTo(MerkleTree.emptyRoot());
            assertThat(ledger.head().note().isSignedBy(noteKey())).isTrue();
            assertThat(ledger.entry(0)).isEmpty();
            assertThat(ledger.entries(0, 10)).isEmpty();
            assertThat(ledger.checkpoints()).isEmpty();
        }
    }

    @Test
    void anAppendedEntryHasItsPlaceItsTimeAndItsId() {
        UUID job = UUID.randomUUID();
        var draft =
                new EntryDraft(
                        EventType.INTENT,
                        ARTIST,
                        Optional.of(job),
                        new JsonBuilder().put("seed", "7").build());
        try (var ledger = open()) {
            ledger.append(draft("first"));
            LedgerEntry entry = ledger.append(draft);
            assertThat(entry)
                    .isEqualTo(
                            new LedgerEntry(
                                    1,
                                    new UUID(7, 1),
                                    PRODUCTION,
                                    EventType.INTENT,
                                    Instant.parse("2026-03-01T10:15:30.123Z"),
                                    ARTIST,
                                    Optional.of(job),
                                    draft.assertions()));
            assertThat(ledger.entry(1)).contains(entry);
        }
    }

    @Test
    void whatWasAppendedIsThereAfterReopening() {
        List<LedgerEntry> appended = new ArrayList<>();
        try (var ledger = open()) {
            appended.add(ledger.append(draft("one")));
            appended.addAll(ledger.appendAll(drafts(5)));
        }
        try (var ledger = open()) {
            assertThat(ledger.entries(0, 100)).isEqualTo(appended);
            assertThat(ledger.stored(0, 100))
                    .allSatisfy(one -> assertThat(one.body()).isEqualTo(one.entry().bytes()))
                    .hasSameSizeAs(appended);
            assertThat(ledger.head().checkpoint().size()).isEqualTo(6);
            appended.add(ledger.append(draft("after")));
        }
        try (var ledger = openForReading()) {
            assertThat(ledger.entries(0, 100)).isEqualTo(appended);
        }
    }

    @Test
    void theRegisterLeavesOutRunsAndExports() {
        List<EventType> left = List.of(EventType.INTENT, EventType.OUTCOME, EventType.EXPORT);
        List<LedgerEntry> kept = new ArrayList<>();
        try (var ledger = open()) {
            for (EventType event :
                    List.of(
                            EventType.REVIEW,
                            EventType.INTENT,
                            EventType.SUBMIT,
                            EventType.OUTCOME,
                            EventType.EXPORT,
                            EventType.CONSENT)) {
                LedgerEntry entry =
                        ledger.append(
                                new EntryDraft(event, ARTIST, Optional.empty(), JsonObject.EMPTY));
                if (!left.contains(event)) {
                    kept.add(entry);
                }
            }
            assertThat(ledger.registerEntries(0, 100)).isEqualTo(kept);
            assertThat(ledger.registerEntries(1, 1)).containsExactly(kept.get(1));
        }
        try (var ledger = openForReading()) {
            assertThat(ledger.registerEntries(0, 2)).isEqualTo(kept.subList(0, 2));
            assertThat(ledger.registerEntries(2, 100)).isEqualTo(kept.subList(1, 3));
            assertThat(ledger.registerEntries(6, 100)).isEmpty();
        }
    }

    @Test
    void theHeadIsTheSignedRootOverTheStoredBytes() {
        try (var ledger = open()) {
            for (int size = 1; size <= 20; size++) {
                ledger.append(draft("entry " + size));
                Head head = ledger.head();
                List<byte[]> bodies =
                        ledger.entries(0, 100).stream().map(LedgerEntry::bytes).toList();
                assertThat(head.checkpoint().root()).isEqualTo(NaiveMerkleTree.root(bodies));
                assertThat(head.checkpoint().size()).isEqualTo(size);
                assertThat(head.checkpoint().origin()).isEqualTo("backlot.studio/" + PRODUCTION);
                assertThat(head.note().isSignedBy(noteKey())).isTrue();
                assertThat(head.note().checkpoint()).isEqualTo(head.checkpoint());
                assertThat(head.range().root()).isEqualTo(head.checkpoint().root());
            }
        }
    }

    @Test
    void changingAReturnedHeadChangesNothingInTheLedger() {
        try (var ledger = open()) {
            ledger.append(draft("one"));
            ledger.head().range().append(new byte[32]);
            ledger.append(draft("two"));
            assertThat(ledger.head().checkpoint().size()).isEqualTo(2);
        }
        try (var ledger = open()) {
            assertThat(ledger.head().checkpoint().size()).isEqualTo(2);
        }
    }

    @Test
    void pagesOfEntriesAscendAndEnd() {
        try (var ledger = open()) {
            ledger.appendAll(drafts(10));
            assertThat(ledger.entries(3, 4))
                    .extracting(LedgerEntry::index)
                    .containsExactly(3L, 4L, 5L, 6L);
            assertThat(ledger.entries(8, 4)).extracting(LedgerEntry::index).containsExactly(8L, 9L);
            assertThat(ledger.entries(10, 4)).isEmpty();
            assertThat(ledger.entries(0, 0)).isEmpty();
            assertThat(ledger.entry(-1)).isEmpty();
            assertThat(ledger.entry(10)).isEmpty();
            assertThatThrownBy(() -> ledger.entries(-1, 4))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ledger.entries(0, -1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void appendingNothingChangesNothing() {
        try (var ledger = open()) {
            assertThat(ledger.appendAll(List.of())).isEmpty();
            assertThat(ledger.head().checkpoint().size()).isZero();
        }
    }

    @Test
    void aDraftThatHasNoCanonicalFormRecordsNothing() {
        try (var ledger = open()) {
            ledger.append(draft("good"));
            assertThatThrownBy(() -> ledger.appendAll(List.of(draft("fine"), draft("\ud800"))))
                    .isNotNull();
            assertThat(ledger.head().checkpoint().size()).isEqualTo(1);
            assertThat(ledger.append(draft("next")).index()).isEqualTo(1);
        }
    }

    @Test
    void severalThreadsAppendOneAfterAnother() throws Exception {
        try (var ledger = open();
                var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<LedgerEntry>> tasks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = "task " + i;
                tasks.add(() -> {
                    ledger.checkpoint();
                    return ledger.append(draft(text));
                });
            }
            List<Long> indexes = new ArrayList<>();
            for (Future<LedgerEntry> done : threads.invokeAll(tasks)) {
                indexes.add(done.get().index());
            }
            assertThat(indexes).doesNotHaveDuplicates().hasSize(40);
            List<byte[]> bodies = ledger.entries(0, 100).stream().map(LedgerEntry::bytes).toList();
            assertThat(ledger.head().checkpoint().root()).isEqualTo(NaiveMerkleTree.root(bodies));
        }
    }

    @Test
    void aReaderFollowsTheWriter() {
        try (var writer = open();
                var reader = openForReading()) {
            assertThat(reader.head().checkpoint().size()).isZero();
            LedgerEntry entry = writer.append(draft("one"));
            assertThat(reader.head().checkpoint()).isEqualTo(writer.head().checkpoint());
            assertThat(reader.entry(0)).contains(entry);
            writer.checkpoint();
            assertThat(reader.checkpoints())
                    .extracting(SignedNote::format)
                    .containsExactly(writer.head().note().format());
            assertThat(reader.production()).isEqualTo(PRODUCTION);
        }
    }

    @Test
    void aReaderRefusesToAppend() {
        open().close();
        try (var reader = openForReading()) {
            assertThatThrownBy(() -> reader.append(draft("x")))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("reading only");
            assertThatThrownBy(reader::checkpoint).isInstanceOf(LedgerFailed.class);
            assertThat(reader.head().checkpoint().size()).isZero();
        }
    }

    @Test
    void checkpointsAreKeptByHandAndAtClosingOnceForEachSize() {
        try (var ledger = open()) {
            ledger.append(draft("one"));
            SignedNote note = ledger.checkpoint();
            assertThat(ledger.checkpoint().format()).isEqualTo(note.format());
            assertThat(note.isSignedBy(noteKey())).isTrue();
            assertThat(sizes(ledger)).containsExactly(1L);
        }
        try (var ledger = open()) {
            assertThat(sizes(ledger)).containsExactly(1L);
            ledger.append(draft("two"));
            ledger.append(draft("three"));
        }
        try (var ledger = openForReading()) {
            assertThat(sizes(ledger)).containsExactly(1L, 3L);
            assertThat(ledger.checkpoints().getLast().format())
                    .isEqualTo(ledger.head().note().format());
        }
    }

    private static List<Long> sizes(Ledger ledger) {
        return ledger.checkpoints().stream().map(note -> note.checkpoint().size()).toList();
    }

    @Test
    void aClockThatWasSetBackIsRecordedAsItWas() {
        try (var ledger = open()) {
            ledger.append(draft("one"));
            now = now.minusSeconds(3600);
            LedgerEntry earlier = ledger.append(draft("two"));
            assertThat(earlier.time()).isEqualTo(Instant.parse("2026-03-01T09:15:30.123Z"));
            assertThat(ledger.entry(1)).contains(earlier);
        }
    }

    @Test
    void aClosedLedgerRefusesInWordsAndClosesTwiceAndFromAnyThread() throws Exception {
        var ledger = open();
        ledger.append(draft("one"));
        ledger.close();
        try (var other = Executors.newSingleThreadExecutor()) {
            other.submit(ledger::close).get();
        }
        assertThatThrownBy(() -> ledger.append(draft("x"))).isInstanceOf(LedgerFailed.class);
        assertThatThrownBy(ledger::checkpoint).isInstanceOf(LedgerFailed.class);
        assertThatThrownBy(() -> ledger.entry(0)).isInstanceOf(LedgerFailed.class);
    }

    @Test
    void storedBytesAreCanonicalAndSurviveRewriting() {
        try (var ledger = open()) {
            byte[] bytes = ledger.append(draft("Ünïcode – \ud83c\udfac \u0001")).bytes();
            assertThat(CanonicalJson.isCanonical(bytes)).isTrue();
            assertThat(ledger.entry(0).orElseThrow().bytes()).isEqualTo(bytes);
        }
    }
}
