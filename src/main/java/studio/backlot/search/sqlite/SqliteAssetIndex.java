package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetIndex;
import studio.backlot.search.AssetQuery;
import studio.backlot.search.AssetRow;
import studio.backlot.search.StandingChange;
import studio.backlot.sqlite.Statements;

/// An [AssetIndex] in the tables of a [SqliteLedgerIndex], which owns the file.
final class SqliteAssetIndex implements AssetIndex {
    private final SqliteLedgerIndex owner;

    SqliteAssetIndex(SqliteLedgerIndex owner) {
        this.owner = owner;
    }

    @Override
    public List<AssetRow> page(AssetQuery query, Optional<AssetRow.Key> after, int limit) {
        return owner.ask(statements -> {
            AssetSql sql = AssetSql.of(query, makers(statements, query.viewer()));
            after.ifPresent(sql::after);
            return AssetRowReader.all(sql.rows(statements, 0, limit));
        });
    }

    @Override
    public List<AssetRow> pageAt(AssetQuery query, long number, int limit) {
        return owner.ask(statements ->
                AssetRowReader.all(
                        AssetSql.of(query, makers(statements, query.viewer()))
                                .rows(statements, number, limit)));
    }

    @Override
    public long count(AssetQuery query) {
        return owner.ask(statements ->
                AssetRows.number(
                                AssetSql.of(query, makers(statements, query.viewer()))
                                        .over(
                                                statements,
                                                "SELECT count(*) FROM asset a",
                                                Optional.empty()))
                        .orElse(0L));
    }

    @Override
    public List<AssetRow> ofAsset(AssetQuery.Viewer viewer, ContentHash asset) {
        return owner.ask(statements ->
                AssetRowReader.all(
                        AssetSql.visible(makers(statements, viewer))
                                .ofAsset(asset.bytes())
                                .rows(statements, 0, Integer.MAX_VALUE)));
    }

    @Override
    public Map<Optional<UUID>, Long> perTopNode(AssetQuery query) {
        return owner.ask(statements -> {
            PreparedStatement select =
                    AssetSql.of(query, makers(statements, query.viewer()))
                            .over(
                                    statements,
                                    "SELECT s.top, count(*) FROM asset a LEFT JOIN slot s ON s.slot = a.slot",
                                    Optional.of("s.top"));
            Map<Optional<UUID>, Long> counts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            Optional.ofNullable(row.getString(1)).map(UUID::fromString),
                            row.getLong(2));
                }
            }
            return counts;
        });
    }

    @Override
    public long newestVersion(UUID slot) {
        return owner.ask(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT newest_version FROM slot WHERE node = ?");
            select.setString(1, slot.toString());
            return AssetRows.number(select).orElse(0L);
        });
    }

    @Override
    public List<String> makers(AssetQuery.Viewer viewer) {
        return owner.ask(statements -> {
            PreparedStatement select =
                    AssetSql.visible(makers(statements, viewer))
                            .over(
                                    statements,
                                    "SELECT DISTINCT m.name FROM asset a JOIN maker m ON m.maker = a.maker",
                                    Optional.empty());
            return texts(select).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        });
    }

    @Override
    public long sealed(AssetQuery.Viewer viewer) {
        return owner.ask(statements -> {
            PreparedStatement select =
                    statements.prepare(
                            "SELECT (SELECT count(*) FROM asset WHERE is_submitted = 0"
                                    + " AND maker NOT IN (SELECT value FROM json_each(?)))"
                                    + " + (SELECT coalesce(sum(plates), 0) FROM held_back)");
            select.setString(1, AssetSql.numbers(makers(statements, viewer)));
            return AssetRows.number(select).orElse(0L);
        });
    }

    @Override
    public void mark(ContentHash asset, boolean isStarred, boolean isHidden) {
        owner.alter(statements -> {
            PreparedStatement update =
                    statements.prepare(
                            "UPDATE asset SET is_starred = ?, is_hidden = ? WHERE asset = ?");
            update.setBoolean(1, isStarred);
            update.setBoolean(2, isHidden);
            update.setBytes(3, asset.bytes());
            update.executeUpdate();
        });
    }

    @Override
    public Unsettled unsettled() {
        return owner.ask(statements -> {
            long upTo =
                    AssetRows.number(statements.prepare("SELECT size FROM standing WHERE id = 0"))
                            .orElse(0L);
            Set<ContentHash> keys = new HashSet<>();
            texts(statements.prepare("SELECT key FROM maker WHERE is_settled = 0"))
                    .forEach(hex -> keys.add(new ContentHash(hex)));
            PreparedStatement asked =
                    statements.prepare(
                            "SELECT asset FROM asset a WHERE sequence >= ? AND EXISTS("
                                    + "SELECT 1 FROM asset_question q WHERE q.asset = a.asset)");
            asked.setLong(1, AssetFacts.sequence(upTo, 0));
            return new Unsettled(upTo, keys, new HashSet<>(hashes(asked)));
        });
    }

    @Override
    public List<Asked> asked(Optional<Set<ContentHash>> assets) {
        return owner.ask(statements -> {
            Map<ContentHash, Asked> found = new LinkedHashMap<>();
            String select =
                    "SELECT q.asset, q.rule, q.use_case, (SELECT s.node FROM asset a JOIN slot s"
                            + " ON s.slot = a.slot WHERE a.asset = q.asset LIMIT 1) FROM asset_question q";
            if (assets.isEmpty()) {
                addAsked(statements.prepare(select), found);
            } else {
                for (ContentHash asset : assets.get()) {
                    PreparedStatement one = statements.prepare(select + " WHERE q.asset = ?");
                    one.setBytes(1, asset.bytes());
                    addAsked(one, found);
                }
            }
            return List.copyOf(found.values());
        });
    }

    private static void addAsked(PreparedStatement select, Map<ContentHash, Asked> found)
            throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ContentHash asset = ContentHash.ofDigest(row.getBytes(1));
                Set<String> rules = new TreeSet<>(Set.of(row.getString(2)));
                Optional.ofNullable(found.get(asset)).ifPresent(one -> rules.addAll(one.rules()));
                found.put(
                        asset,
                        new Asked(
                                asset,
                                rules,
                                AssetRowReader.id(row.getString(4)),
                                AssetRowReader.id(row.getString(3))));
            }
        }
    }

    @Override
    public List<ContentHash> inSlot(UUID slot) {
        return owner.ask(statements -> {
            PreparedStatement select =
                    statements.prepare(
                            "SELECT DISTINCT asset FROM asset WHERE slot ="
                                    + " (SELECT slot FROM slot WHERE node = ?)");
            select.setString(1, slot.toString());
            return hashes(select);
        });
    }

    @Override
    public Set<UUID> slots() {
        return owner.ask(statements -> {
            Set<UUID> slots = new HashSet<>();
            texts(statements.prepare("SELECT node FROM slot"))
                    .forEach(node -> slots.add(UUID.fromString(node)));
            return slots;
        });
    }

    @Override
    public void put(StandingChange change) {
        owner.alter(statements -> StandingRows.put(statements, change));
    }

    /// The makers that the viewer is: by an enrolled key, else by the name as typed.
    private static List<Long> makers(Statements statements, AssetQuery.Viewer viewer)
            throws SQLException {
        List<Long> makers = new ArrayList<>();
        try (ResultSet row =
                statements.prepare("SELECT maker, person, name FROM maker").executeQuery()) {
            while (row.next()) {
                Optional<UUID> person = AssetRowReader.id(row.getString(2));
                boolean isViewer =
                        person.map(viewer.person()::equals)
                                .orElse(
                                        StandingRows.comparable(String.valueOf(row.getString(3)))
                                                .equals(StandingRows.comparable(viewer.name())));
                if (isViewer) {
                    makers.add(row.getLong(1));
                }
            }
        }
        return makers;
    }

    private static List<ContentHash> hashes(PreparedStatement select) throws SQLException {
        List<ContentHash> hashes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                hashes.add(ContentHash.ofDigest(row.getBytes(1)));
            }
        }
        return hashes;
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
