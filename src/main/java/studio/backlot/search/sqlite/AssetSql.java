package studio.backlot.search.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.search.AssetQuery;
import studio.backlot.search.AssetRow;
import studio.backlot.sqlite.Statements;

/// The conditions of one query of assets, as SQL and its values. The text depends on which
/// conditions there are, never on their values.
final class AssetSql {
    private static final String ROWS =
            "SELECT a.sequence, a.place, a.asset, a.production, a.outcome, a.intent, m.name, a.time,"
                    + " p.name, a.width, a.height, s.node, s.code, a.version, a.use, a.state,"
                    + " a.is_submitted, a.is_changed, a.is_starred, a.is_hidden, a.open_questions"
                    + " FROM (SELECT * FROM asset a";
    private static final String NAMES =
            ") a LEFT JOIN maker m ON m.maker = a.maker LEFT JOIN pack p ON p.pack = a.pack"
                    + " LEFT JOIN slot s ON s.slot = a.slot";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final boolean isByPlace;

    private AssetSql(boolean isByPlace) {
        this.isByPlace = isByPlace;
    }

    /// `makers` are the rows of those makers that the viewer is.
    static AssetSql of(AssetQuery query, Collection<Long> makers) {
        var sql = new AssetSql(query.isByPlace());
        sql.addVisible(makers);
        sql.addPlace(query.place());
        if (!query.states().isEmpty()) {
            sql.add("a.state IN (SELECT value FROM json_each(?))", array(query.states()));
        }
        if (!query.uses().isEmpty()) {
            sql.add("a.use IN (SELECT value FROM json_each(?))", array(query.uses()));
        }
        query.maker()
                .ifPresent(name ->
                        sql.add("a.maker IN (SELECT maker FROM maker WHERE name = ?)", name));
        sql.addWants(query.wants(), query.viewer());
        query.words().forEach(sql::addWord);
        return sql;
    }

    /// All that one viewer may see.
    static AssetSql visible(Collection<Long> makers) {
        var sql = new AssetSql(false);
        sql.addVisible(makers);
        return sql;
    }

    private void addVisible(Collection<Long> makers) {
        add("(a.is_submitted = 1 OR a.maker IN (SELECT value FROM json_each(?)))", numbers(makers));
    }

    static String numbers(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static String array(Collection<String> texts) {
        return CanonicalJson.text(
                new JsonArray(new ArrayList<>(texts.stream().map(JsonString::new).toList())));
    }

    /// The plus keeps a whole episode from being sorted where its newest rows are found sooner by
    /// going back.
    private void addPlace(AssetQuery.Place place) {
        switch (place) {
            case AssetQuery.Place.Anywhere ignored -> {}
            case AssetQuery.Place.Within within ->
                    add(
                            "+a.slot IN (SELECT slot FROM slot_within WHERE node = ?)",
                            within.node().toString());
            case AssetQuery.Place.InSlot in ->
                    add("a.slot = (SELECT slot FROM slot WHERE node = ?)", in.slot().toString());
            case AssetQuery.Place.NoSlot ignored -> conditions.add("a.slot = 0");
        }
    }

    private void addWants(AssetQuery.Wants wants, AssetQuery.Viewer viewer) {
        if (wants.isChanged()) {
            conditions.add("a.is_changed = 1");
        }
        if (wants.hasOpenQuestions()) {
            conditions.add("a.open_questions > 0");
        }
        if (wants.isWaitingForViewer()) {
            add(
                    "a.sequence IN (SELECT sequence FROM waiting WHERE person = ?)",
                    StandingRows.comparable(viewer.name()));
        }
        if (wants.isStarred()) {
            conditions.add("a.is_starred = 1");
        }
        switch (wants.hidden()) {
            case LEFT_OUT -> conditions.add("a.is_hidden = 0");
            case ALONE -> conditions.add("a.is_hidden = 1");
            case INCLUDED -> {}
        }
    }

    private void addWord(String word) {
        String like =
                "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String where = " WHERE folded LIKE ? ESCAPE '\\')";
        conditions.add(
                "(+a.slot IN (SELECT slot FROM slot"
                        + where
                        + " OR a.maker IN (SELECT maker FROM maker"
                        + where
                        + " OR a.pack IN (SELECT pack FROM pack"
                        + where
                        + ")");
        values.addAll(List.of(like, like, like));
    }

    private void add(String condition, String value) {
        conditions.add(condition);
        values.add(value);
    }

    /// Only what comes after this row.
    AssetSql after(AssetRow.Key key) {
        if (isByPlace) {
            conditions.add("a.place >= ? AND (a.place > ? OR a.sequence < ?)");
            values.addAll(List.of(key.place(), key.place(), key.sequence()));
        } else {
            conditions.add("a.sequence < ?");
            values.add(key.sequence());
        }
        return this;
    }

    /// Only this asset.
    AssetSql ofAsset(byte[] asset) {
        conditions.add("a.asset = ?");
        values.add(asset);
        return this;
    }

    PreparedStatement rows(Statements statements, long offset, int limit) throws SQLException {
        String order =
                isByPlace ? " ORDER BY a.place, a.sequence DESC" : " ORDER BY a.sequence DESC";
        PreparedStatement select =
                statements.prepare(ROWS + where() + order + " LIMIT ? OFFSET ?" + NAMES + order);
        List<Object> all = new ArrayList<>(values);
        all.add((long) limit);
        all.add(offset);
        set(select, all);
        return select;
    }

    /// A query of something else over the same rows, called `a`.
    PreparedStatement over(Statements statements, String select, Optional<String> group)
            throws SQLException {
        PreparedStatement prepared =
                statements.prepare(
                        select + where() + group.map(by -> " GROUP BY " + by).orElse(""));
        set(prepared, values);
        return prepared;
    }

    private String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> throw new IllegalStateException("no value of SQL");
            }
        }
    }
}
