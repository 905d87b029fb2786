package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.job.WorkspaceSettings;

/// The ways in which a person narrows lists again and again, by names of their own; in the settings
/// of the workspace, so nobody else's business.
public final class SavedViews {
    private static final String NAME = "views.";

    private final WorkspaceSettings settings;
    private final String name;

    /// Those of the person of this id.
    public SavedViews(OpenProduction production, UUID person) {
        this.settings = production.settings();
        this.name = NAME + person;
    }

    /// A view: the page that it narrows, by what, and the words to find.
    public record View(String name, String page, List<String> filters, String typed) {
        public View {
            filters = List.copyOf(filters);
        }

        private JsonValue toJson() {
            return new JsonBuilder()
                    .put("name", name)
                    .put("page", page)
                    .put("filters", filters.stream().map(JsonString::new).toList())
                    .put("typed", typed)
                    .build();
        }

        private static Stream<View> of(JsonValue value) {
            if (!(value instanceof JsonObject json)) {
                return Stream.empty();
            }
            Optional<String> called = json.text("name").filter(one -> !one.isBlank());
            List<String> filters = new ArrayList<>();
            for (JsonValue filter : json.array("filters").orElse(List.of())) {
                if (filter instanceof JsonString words) {
                    filters.add(words.value());
                }
            }
            return called
                    .map(one ->
                            new View(
                                    one,
                                    json.text("page").orElse(""),
                                    filters,
                                    json.text("typed").orElse("")))
                    .stream();
        }
    }

    /// All of them, in the order they were kept.
    public List<View> all() {
        return settings.read(name)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(kept -> kept.elements().stream().flatMap(View::of).toList())
                .orElse(List.of());
    }

    /// Keeps a view, in place of one of the same name.
    public List<View> keep(View view) {
        return write(Stream.concat(others(view.name()), Stream.of(view)).toList());
    }

    /// Forgets the view of that name.
    public List<View> forget(String viewName) {
        return write(others(viewName).toList());
    }

    private Stream<View> others(String viewName) {
        return all().stream().filter(one -> !one.name().equals(viewName));
    }

    private List<View> write(List<View> views) {
        if (views.isEmpty()) {
            settings.remove(name);
        } else {
            settings.write(name, new JsonArray(views.stream().map(View::toJson).toList()));
        }
        return views;
    }
}
