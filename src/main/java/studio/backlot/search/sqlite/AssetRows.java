package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.Maker;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.FoldedWords;
import studio.backlot.sqlite.Statements;

/// The SQL that adds assets, their makers and their packs; every method runs inside a transaction
/// of its caller.
final class AssetRows {
    private static final String INSERT =
            "INSERT INTO asset(sequence, asset, production, outcome, intent, maker, time, pack,"
                    + " width, height, use, open_questions) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT(asset, maker) DO UPDATE SET sequence = excluded.sequence,"
                    + " production = excluded.production, outcome = excluded.outcome,"
                    + " intent = excluded.intent, time = excluded.time, pack = excluded.pack,"
                    + " use = excluded.use WHERE excluded.sequence < asset.sequence";

    private AssetRows() {}

    /// Adds what an outcome made. The same asset of the same maker stays one row, the earlier one.
    static void insert(Statements statements, AssetFacts facts) throws SQLException {
        Optional<Long> sibling = first(statements, facts.asset());
        PreparedStatement insert = statements.prepare(INSERT);
        insert.setLong(1, facts.sequence());
        insert.setBytes(2, facts.asset().bytes());
        insert.setString(3, facts.origin().production().toString());
        insert.setLong(4, facts.origin().outcome());
        if (facts.origin().intent().isPresent()) {
            insert.setLong(5, facts.origin().intent().get());
        } else {
            insert.setNull(5, Types.INTEGER);
        }
        insert.setLong(6, maker(statements, facts.maker()));
        insert.setString(7, facts.time().toString());
        insert.setLong(8, pack(statements, facts.pack()));
        insert.setInt(9, facts.size().width());
        insert.setInt(10, facts.size().height());
        setOptional(insert, 11, facts.use());
        insert.setInt(12, facts.questions().size());
        insert.executeUpdate();
        if (sibling.isPresent()) {
            copyStanding(statements, sibling.get(), facts.sequence());
        }
        insertQuestions(statements, facts);
    }

    private static Optional<Long> first(Statements statements, ContentHash asset)
            throws SQLException {
        PreparedStatement select =
                statements.prepare("SELECT min(sequence) FROM asset WHERE asset = ?");
        select.setBytes(1, asset.bytes());
        try (ResultSet row = select.executeQuery()) {
            long sequence = row.next() ? row.getLong(1) : 0;
            return row.wasNull() ? Optional.empty() : Optional.of(sequence);
        }
    }

    /// Another maker made the same file before: it stands as that does.
    private static void copyStanding(Statements statements, long from, long to)
            throws SQLException {
        PreparedStatement copy =
                statements.prepare(
                        "UPDATE asset SET (slot, place, version, state, is_changed, is_submitted,"
                                + " is_starred, is_hidden) = (SELECT slot, place, version, state, is_changed,"
                                + " is_submitted, is_starred, is_hidden FROM asset WHERE sequence = ?1),"
                                + " use = (SELECT iif(is_submitted = 1, use, asset.use) FROM asset AS other"
                                + " WHERE other.sequence = ?1) WHERE sequence = ?2"
                                + " AND EXISTS(SELECT 1 FROM asset WHERE sequence = ?1)");
        copy.setLong(1, from);
        copy.setLong(2, to);
        copy.executeUpdate();
        PreparedStatement wait =
                statements.prepare(
                        "INSERT OR IGNORE INTO waiting(person, sequence)"
                                + " SELECT person, ?2 FROM waiting WHERE sequence = ?1"
                                + " AND EXISTS(SELECT 1 FROM asset WHERE sequence = ?2)");
        wait.setLong(1, from);
        wait.setLong(2, to);
        wait.executeUpdate();
    }

    private static long maker(Statements statements, Maker maker) throws SQLException {
        String key = maker.key().map(ContentHash::hex).orElse("");
        PreparedStatement select =
                statements.prepare("SELECT maker FROM maker WHERE name = ? AND key = ?");
        select.setString(1, maker.name());
        select.setString(2, key);
        Optional<Long> known = number(select);
        if (known.isPresent()) {
            return known.get();
        }
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO maker(name, folded, key, is_settled) VALUES(?, ?, ?, ?) RETURNING maker");
        insert.setString(1, maker.name());
        insert.setString(2, FoldedWords.fold(maker.name()));
        insert.setString(3, key);
        insert.setInt(4, key.isEmpty() ? 1 : 0);
        return number(insert).orElseThrow();
    }

    private static long pack(Statements statements, Optional<String> pack) throws SQLException {
        if (pack.isEmpty()) {
            return 0;
        }
        PreparedStatement select = statements.prepare("SELECT pack FROM pack WHERE name = ?");
        select.setString(1, pack.get());
        Optional<Long> known = number(select);
        if (known.isPresent()) {
            return known.get();
        }
        PreparedStatement insert =
                statements.prepare("INSERT INTO pack(name, folded) VALUES(?, ?) RETURNING pack");
        insert.setString(1, pack.get());
        insert.setString(2, FoldedWords.fold(pack.get()));
        return number(insert).orElseThrow();
    }

    private static void insertQuestions(Statements statements, AssetFacts facts)
            throws SQLException {
        for (String rule : facts.questions()) {
            PreparedStatement insert =
                    statements.prepare(
                            "INSERT OR IGNORE INTO asset_question(asset, rule, use_case) VALUES(?, ?, ?)");
            insert.setBytes(1, facts.asset().bytes());
            insert.setString(2, rule);
            setOptional(insert, 3, facts.useCase().map(UUID::toString));
            insert.executeUpdate();
        }
    }

    /// The row of a slot, added without a path where it is new.
    static long slot(Statements statements, UUID node) throws SQLException {
        PreparedStatement select = statements.prepare("SELECT slot FROM slot WHERE node = ?");
        select.setString(1, node.toString());
        Optional<Long> known = number(select);
        if (known.isPresent()) {
            return known.get();
        }
        PreparedStatement insert =
                statements.prepare(
                        "INSERT INTO slot(node, code, folded, place, newest_version)"
                                + " VALUES(?, '', '', '~', 0) RETURNING slot");
        insert.setString(1, node.toString());
        return number(insert).orElseThrow();
    }

    static Optional<Long> number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    static void setOptional(PreparedStatement statement, int at, Optional<String> value)
            throws SQLException {
        if (value.isPresent()) {
            statement.setString(at, value.get());
        } else {
            statement.setNull(at, Types.VARCHAR);
        }
    }
}
