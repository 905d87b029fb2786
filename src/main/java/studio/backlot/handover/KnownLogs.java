package studio.backlot.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.NoteKey;

/// The other machines' ledgers as far as packages have shown them: their keys, their checkpoints,
/// and which of their records are known.
///
/// Fed with the imports of a production in order. It answers what is new in a further package, or
/// why it contradicts what is known. Not for several threads.
public final class KnownLogs {
    private final Map<UUID, KnownLog> logs = new HashMap<>();
    private final Set<ContentHash> files = new HashSet<>();

    /// One ledger: its key, the checkpoints seen by size with the manifest each came in, and the
    /// leaf hashes of its known records.
    private record KnownLog(
            NoteKey key,
            TreeMap<Long, Seen> checkpoints,
            Map<Long, ContentHash> leaves,
            Set<Long> texts) {
        KnownLog(NoteKey key) {
            this(key, new TreeMap<>(), new HashMap<>(), new HashSet<>());
        }
    }

    private record Seen(ContentHash root, ContentHash manifest) {}

    /// What a package means here.
    public sealed interface Answer {}

    /// It continues what is known; these of its records are new, perhaps none.
    public record Continues(List<PackedEntry> fresh) implements Answer {
        public Continues {
            fresh = List.copyOf(fresh);
        }
    }

    /// It contradicts what is known: `code` names how, `explanation` says it in words.
    public record Conflict(String code, String explanation) implements Answer {}

    /// Takes what an import added.
    public void accept(ImportRecord record) {
        ImportRecord.Origin origin = record.origin();
        KnownLog log =
                logs.computeIfAbsent(
                        origin.production(), production -> new KnownLog(origin.logKey()));
        Checkpoint checkpoint = origin.checkpoint().checkpoint();
        log.checkpoints()
                .putIfAbsent(
                        checkpoint.size(), new Seen(checkpoint.root(), record.kept().manifest()));
        ImportRecord.News news = record.news();
        news.entries().forEach(entry -> log.leaves().putIfAbsent(entry.index(), entry.leaf()));
        news.texts().forEach(text -> log.texts().add(text.payload()));
        files.addAll(news.files());
    }

    /// Whether a record of another ledger is known.
    public boolean knows(UUID production, long index) {
        return log(production).filter(log -> log.leaves().containsKey(index)).isPresent();
    }

    /// Whether a text of another ledger, by its number there, has come before: also when it was
    /// erased here since, so that a package sent again does not bring it back.
    public boolean knowsText(UUID production, long payload) {
        return log(production).filter(log -> log.texts().contains(payload)).isPresent();
    }

    /// Whether a file has come with an earlier package.
    public boolean knowsFile(ContentHash file) {
        return files.contains(file);
    }

    private Optional<KnownLog> log(UUID production) {
        return Optional.ofNullable(logs.get(production));
    }

    /// Compares a package with what is known. `manifests` gives the manifest of an earlier import,
    /// which may be newer than this package.
    public Answer judge(LogExtract extract, Function<ContentHash, PackageManifest> manifests) {
        KnownLog log = logs.get(extract.production());
        if (log == null) {
            return new Continues(extract.entries());
        }
        if (!log.key().equals(extract.key())) {
            return new Conflict(
                    "import.otherLogKey",
                    "the ledger of production "
                            + extract.production()
                            + " was signed with the key "
                            + log.key().key().fingerprint()
                            + " before, and this package names "
                            + extract.key().key().fingerprint());
        }
        if (!isConsistent(log, extract, manifests)) {
            return new Conflict(
                    "import.notContinued",
                    "the sender's ledger under this package does not continue the one that earlier packages showed: an old copy of it was put back, or two copies were continued; settle with the sender which holds");
        }
        List<PackedEntry> fresh = new ArrayList<>();
        for (PackedEntry entry : extract.entries()) {
            ContentHash known = log.leaves().get(entry.index());
            if (known == null) {
                fresh.add(entry);
            } else if (!known.equals(entry.leaf())) {
                return new Conflict(
                        "import.otherRecord",
                        "record "
                                + entry.index()
                                + " of the sender's ledger had other bytes in an earlier package");
            }
        }
        return new Continues(fresh);
    }

    private static boolean isConsistent(
            KnownLog log, LogExtract extract, Function<ContentHash, PackageManifest> manifests) {
        Checkpoint checkpoint = extract.checkpoint().checkpoint();
        Seen same = log.checkpoints().get(checkpoint.size());
        if (same != null) {
            return same.root().equals(checkpoint.root());
        }
        var before = log.checkpoints().lowerEntry(checkpoint.size());
        var after = log.checkpoints().higherEntry(checkpoint.size());
        boolean continuesEarlier =
                before == null
                        || proves(
                                extract,
                                before.getKey(),
                                before.getValue().root(),
                                checkpoint.root());
        return continuesEarlier
                && (after == null
                        || proves(
                                manifests.apply(after.getValue().manifest()).log(),
                                checkpoint.size(),
                                checkpoint.root(),
                                after.getValue().root()));
    }

    /// Whether one of an extract's proofs leads from an earlier root to the one of its checkpoint.
    private static boolean proves(
            LogExtract extract, long oldSize, ContentHash oldRoot, ContentHash newRoot) {
        for (ConsistencyProof proof : extract.continuations()) {
            if (proof.oldSize() == oldSize) {
                return proof.verifies(oldRoot, newRoot);
            }
        }
        return false;
    }
}
