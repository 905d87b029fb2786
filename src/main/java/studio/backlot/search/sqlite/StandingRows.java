package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetStanding;
import studio.backlot.search.FoldedWords;
import studio.backlot.search.StandingChange;
import studio.backlot.search.StandingChange.SlotPlace;
import studio.backlot.sqlite.Statements;

/// The SQL that keeps how assets stand; runs inside a transaction of its caller.
final class StandingRows {
    private StandingRows() {}

    static void put(Statements statements, StandingChange change) throws SQLException {
        for (AssetFacts facts : change.imported()) {
            AssetRows.insert(statements, facts);
        }
        for (SlotPlace slot : change.slots()) {
            putSlot(statements, slot);
        }
        for (AssetStanding standing : change.standings()) {
            putStanding(statements, standing);
        }
        for (Map.Entry<ContentHash, Integer> open : change.openQuestions().entrySet()) {
            PreparedStatement update =
                    statements.prepare("UPDATE asset SET open_questions = ? WHERE asset = ?");
            update.setInt(1, open.getValue());
            update.setBytes(2, open.getKey().bytes());
            update.executeUpdate();
        }
        for (Map.Entry<ContentHash, Optional<UUID>> person : change.persons().entrySet()) {
            PreparedStatement update =
                    statements.prepare("UPDATE maker SET person = ?, is_settled = 1 WHERE key = ?");
            AssetRows.setOptional(update, 1, person.getValue().map(UUID::toString));
            update.setString(2, person.getKey().hex());
            update.executeUpdate();
        }
        putHeldBack(statements, change.heldBack());
        PreparedStatement upTo =
                statements.prepare("INSERT OR REPLACE INTO standing(id, size) VALUES(0, ?)");
        upTo.setLong(1, change.upTo());
        upTo.executeUpdate();
    }

    private static void putHeldBack(Statements statements, Map<UUID, Long> heldBack)
            throws SQLException {
        for (Map.Entry<UUID, Long> one : heldBack.entrySet()) {
            PreparedStatement put =
                    statements.prepare(
                            "INSERT OR REPLACE INTO held_back(production, plates) VALUES(?, ?)");
            put.setString(1, one.getKey().toString());
            put.setLong(2, one.getValue());
            put.executeUpdate();
        }
    }

    private static void putSlot(Statements statements, SlotPlace slot) throws SQLException {
        long row = AssetRows.slot(statements, slot.slot());
        String place = FoldedWords.place(slot.path());
        PreparedStatement update =
                statements.prepare(
                        "UPDATE slot SET code = ?, folded = ?, place = ?, top = ?, newest_version = ?"
                                + " WHERE slot = ?");
        update.setString(1, slot.path());
        update.setString(2, FoldedWords.fold(slot.path()));
        update.setString(3, place);
        AssetRows.setOptional(update, 4, slot.above().stream().findFirst().map(UUID::toString));
        update.setLong(5, slot.newestVersion());
        update.setLong(6, row);
        update.executeUpdate();
        PreparedStatement move =
                statements.prepare("UPDATE asset SET place = ?1 WHERE slot = ?2 AND place <> ?1");
        move.setString(1, place);
        move.setLong(2, row);
        move.executeUpdate();
        putAbove(statements, slot.above(), row);
    }

    private static void putAbove(Statements statements, List<UUID> above, long slot)
            throws SQLException {
        if (above.isEmpty()) {
            // so rare that it may read the whole table: a slot was removed
            PreparedStatement delete = statements.prepare("DELETE FROM slot_within WHERE slot = ?");
            delete.setLong(1, slot);
            delete.executeUpdate();
        }
        for (UUID node : above) {
            PreparedStatement insert =
                    statements.prepare(
                            "INSERT OR IGNORE INTO slot_within(node, slot) VALUES(?, ?)");
            insert.setString(1, node.toString());
            insert.setLong(2, slot);
            insert.executeUpdate();
        }
    }

    private static void putStanding(Statements statements, AssetStanding standing)
            throws SQLException {
        long slot =
                standing.slot().isPresent() ? AssetRows.slot(statements, standing.slot().get()) : 0;
        PreparedStatement update =
                statements.prepare(
                        "UPDATE asset SET slot = ?1, version = ?2, use = coalesce(?3, use), state = ?4,"
                                + " is_submitted = ?5, is_changed = ?6,"
                                + " place = coalesce((SELECT place FROM slot WHERE slot = ?1), '~')"
                                + " WHERE asset = ?7");
        update.setLong(1, slot);
        update.setLong(2, standing.version().orElse(0L));
        AssetRows.setOptional(update, 3, standing.use());
        update.setString(4, standing.state());
        update.setBoolean(5, standing.isSubmitted());
        update.setBoolean(6, standing.isChanged());
        update.setBytes(7, standing.asset().bytes());
        update.executeUpdate();
        putWaiting(statements, standing);
    }

    private static void putWaiting(Statements statements, AssetStanding standing)
            throws SQLException {
        PreparedStatement rows = statements.prepare("SELECT sequence FROM asset WHERE asset = ?");
        rows.setBytes(1, standing.asset().bytes());
        List<Long> sequences = new ArrayList<>();
        try (ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                sequences.add(row.getLong(1));
            }
        }
        for (long sequence : sequences) {
            PreparedStatement delete = statements.prepare("DELETE FROM waiting WHERE sequence = ?");
            delete.setLong(1, sequence);
            delete.executeUpdate();
            for (String person : standing.waitingFor()) {
                PreparedStatement insert =
                        statements.prepare(
                                "INSERT OR IGNORE INTO waiting(person, sequence) VALUES(?, ?)");
                insert.setString(1, comparable(person));
                insert.setLong(2, sequence);
                insert.executeUpdate();
            }
        }
    }

    /// A name as it is compared where no key tells who is meant.
    static String comparable(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
