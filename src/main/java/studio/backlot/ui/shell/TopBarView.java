package studio.backlot.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;

/// The top bar: the show, the three rooms, and at the right lamp, seal, person and the rest.
final class TopBarView extends StackPane {
    private final ShellViewModel shell;
    private final Words words;
    private final MenuButton shows = new MenuButton();
    private final MenuButton more = new MenuButton();
    private final Button seal = new Button();
    private final Button lamp = new Button();
    private final MenuButton person = new MenuButton();
    private Runnable entered = () -> {};
    private final Map<Room, ToggleButton> tabs = new EnumMap<>(Room.class);

    /// `there` are the rooms that this window has.
    TopBarView(ShellViewModel shell, Words words, Set<Room> there) {
        this.shell = shell;
        this.words = words;
        getStyleClass().addAll("top-bar", "line-below");
        getChildren().addAll(left(), right(), rooms(there));
    }

    /// Hears of each click on a room, also on the one that is chosen.
    void whenEntered(Runnable listener) {
        entered = listener;
    }

    /// The menu of productions; whoever opens it fills it.
    MenuButton shows() {
        return shows;
    }

    MenuButton more() {
        return more;
    }

    MenuButton person() {
        return person;
    }

    Button seal() {
        return seal;
    }

    Button lamp() {
        return lamp;
    }

    private Node left() {
        shows.setId("shows");
        shows.getStyleClass().addAll("flat", "strong");
        shows.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        shell.show()
                                                .get()
                                                .map(one -> one.production().description().name())
                                                .orElseGet(() -> words.get("show.none")),
                                shell.show()));
        var row = new HBox(shows);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPickOnBounds(false);
        return row;
    }

    private Node rooms(Set<Room> there) {
        var group = new ToggleGroup();
        var row = new HBox(28);
        row.setAlignment(Pos.CENTER);
        row.setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(row, Pos.CENTER);
        for (Room room : there) {
            var tab = new ToggleButton(words.get("room." + room.wireName()));
            tab.setId("room-" + room.wireName());
            tab.getStyleClass().add("room-tab");
            tab.setToggleGroup(group);
            tab.setUserData(room);
            tab.setOnAction(event -> entered.run());
            tabs.put(room, tab);
            row.getChildren().add(tab);
        }
        follow(group, shell.room());
        return row;
    }

    private void follow(ToggleGroup group, ObjectProperty<Room> room) {
        group.selectToggle(tabs.get(room.get()));
        room.addListener((property, before, now) -> group.selectToggle(tabs.get(now)));
        group.selectedToggleProperty()
                .addListener((property, before, now) -> choose(group, room, now, before));
    }

    private static void choose(
            ToggleGroup group,
            ObjectProperty<Room> room,
            @org.jspecify.annotations.Nullable Toggle now,
            Toggle before) {
        Optional.ofNullable(now)
                .ifPresentOrElse(
                        toggle -> room.set((Room) toggle.getUserData()),
                        () -> group.selectToggle(before));
    }

    private Node right() {
        lamp.setId("lamp");
        lamp.getStyleClass().add("flat");
        shell.lamp().addListener((property, before, now) -> light(now));
        light(shell.lamp().get());
        seal.setId("seal");
        seal.getStyleClass().add("flat");
        seal.setGraphic(new Icon("seal"));
        shell.seal().addListener((property, before, now) -> seal(now));
        seal(shell.seal().get());
        person.setId("person");
        person.getStyleClass().addAll("flat", "person-disc");
        person.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shell.show().get().isPresent(), shell.show()));
        shell.show().addListener((property, before, now) -> now.ifPresent(this::name));
        more.setId("more");
        more.setGraphic(new Icon("dots-horizontal"));
        more.getStyleClass().addAll("flat", "icon-menu");
        more.setAccessibleText(words.get("more.hint"));
        more.setTooltip(new Tooltip(words.get("more.hint")));
        var row = new HBox(8, lamp, seal, person, more);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPickOnBounds(false);
        return row;
    }

    private void name(OpenShow one) {
        String name = one.actor().person().name();
        person.setText(Initials.of(name));
        person.setAccessibleText(words.get("person.hint", name));
        person.setTooltip(new Tooltip(words.get("person.hint", name)));
    }

    private void light(LampState state) {
        var mark = new MarkIcon(Mark.MODEL);
        lamp.setGraphic(mark);
        String text =
                switch (state) {
                    case LampState.Off() -> {
                        mark.getStyleClass().add("lamp-off");
                        yield "";
                    }
                    case LampState.Here() -> words.get("lamp.here");
                    case LampState.Sending(String service) -> words.get("lamp.sending", service);
                };
        lamp.setText(text);
        lamp.getStyleClass().removeAll("text-outside");
        if (state instanceof LampState.Sending) {
            lamp.getStyleClass().add("text-outside");
        }
        String hint = text.isEmpty() ? words.get("lamp.off") : text;
        lamp.setAccessibleText(hint);
        lamp.setTooltip(new Tooltip(hint));
    }

    private void seal(SealState state) {
        seal.setVisible(!(state instanceof SealState.None));
        seal.getStyleClass().removeAll("text-no");
        switch (state) {
            case SealState.None() -> seal.setText("");
            case SealState.Recorded(long records) ->
                    seal.setText(words.get("seal.recorded", words.number(records)));
            case SealState.Anchored(long records, var when) ->
                    seal.setText(
                            words.get("seal.anchored", words.time(when), words.number(records)));
            case SealState.Damaged(int findings) -> {
                seal.setText(words.get("seal.damaged", findings));
                seal.getStyleClass().add("text-no");
            }
        }
        seal.setAccessibleText(seal.getText());
    }
}
