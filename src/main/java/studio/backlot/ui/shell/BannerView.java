package studio.backlot.ui.shell;

import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;

/// The one line above the rooms: damage that was found, who else works here, or where a person is
/// at the first start; mostly nothing.
final class BannerView extends HBox {
    private static final String QUIET = "quiet";

    /// A hash, of which the line shows the beginning; the page of all findings has it whole.
    private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{56}\\b");

    private final ShellViewModel shell;
    private final Words words;
    private Runnable makeShow = () -> {};
    private Runnable credits = () -> {};
    private Runnable showFindings = () -> {};

    BannerView(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
        setId("banner");
        getStyleClass().addAll("banner", "line-below");
        hide();
    }

    /// Says nothing.
    void hide() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /// Says what there is to say now, or nothing.
    void warn() {
        hide();
        if (shell.seal().get() instanceof SealState.Damaged(int findings)) {
            String first =
                    shell.report().get().stream()
                            .flatMap(report -> report.findings().stream())
                            .findFirst()
                            .map(finding -> finding.where() + ": " + finding.explanation())
                            .map(text -> HASH.matcher(text).replaceAll("$1…"))
                            .orElse("");
            say(words.get("banner.damaged", findings, first), "no", "alert-outline");
            getChildren()
                    .addAll(
                            Gaps.across(),
                            unshortened(
                                    Buttons.link(
                                            "banner-findings",
                                            words.get("banner.findings"),
                                            () -> showFindings.run())));
        } else if (shell.isFirstStart()) {
            welcome();
        } else {
            shell.show()
                    .get()
                    .flatMap(OpenShow::writer)
                    .ifPresent(writer ->
                            say(words.get("banner.readOnly", writer), QUIET, "eye-outline"));
        }
    }

    private void welcome() {
        String name = shell.show().get().map(one -> one.actor().person().name()).orElse("");
        say(words.get("welcome", name), QUIET, "information-outline");
        getChildren()
                .addAll(
                        welcome("name", credits),
                        Gaps.across(),
                        welcome("show", makeShow),
                        welcome("write", () -> shell.room().set(Room.SCRIPT)),
                        welcome("review", () -> shell.room().set(Room.REVIEW)),
                        Buttons.icon(
                                "welcome-close",
                                "close",
                                words.get("message.close"),
                                () -> leave(() -> {})));
    }

    private Node welcome(String id, Runnable deed) {
        return unshortened(
                Buttons.link("welcome-" + id, words.get("welcome." + id), () -> leave(deed)));
    }

    /// The words of the line give way, those of its links do not.
    private static Button unshortened(Button link) {
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }

    private void leave(Runnable then) {
        shell.settle();
        warn();
        then.run();
    }

    /// Gives what changes the name that work is credited to.
    void credits(Runnable deed) {
        credits = deed;
    }

    /// Gives what begins a show of one's own.
    void makeShow(Runnable deed) {
        makeShow = deed;
    }

    /// Gives what shows all that a verification found.
    void showFindings(Runnable deed) {
        showFindings = deed;
    }

    private void say(String text, String tone, String icon) {
        var label = new Label(text);
        label.setId("banner-text");
        label.setWrapText(true);
        getStyleClass().removeAll("no", QUIET);
        getStyleClass().add(tone);
        getChildren().setAll(new Icon(icon), label);
        setVisible(true);
        setManaged(true);
    }
}
