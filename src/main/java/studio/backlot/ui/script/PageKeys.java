package studio.backlot.ui.script;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backlot.scene.ScriptElement;
import studio.backlot.scene.ScriptLine;

/// What keys do on the page beyond typing: Enter begins what usually follows, Shift and Enter just
/// a line, Tab makes the line the next element.
final class PageKeys {
    private final TextArea page;

    PageKeys(TextArea page) {
        this.page = page;
    }

    void listen() {
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
        if (event.getCode() == KeyCode.TAB && isPlain && !event.isShiftDown()) {
            event.consume();
            make(next(line().meant()));
        } else if (event.getCode() == KeyCode.ENTER && isPlain) {
            event.consume();
            page.replaceSelection(event.isShiftDown() ? "\n" : lineEnd(line()));
        }
    }

    private ScriptLine line() {
        return ScriptLine.at(page.getText(), page.getCaretPosition());
    }

    /// At the end of a line a new element begins, after an empty line; what a person says comes
    /// right under their name.
    private String lineEnd(ScriptLine line) {
        boolean isAtEnd = page.getCaretPosition() == line.offset() + line.text().length();
        return switch (line.meant()) {
            case HEADING, ACTION, DIALOGUE, TRANSITION, NOTE, CENTERED -> isAtEnd ? "\n\n" : "\n";
            case CHARACTER, PARENTHETICAL, LYRIC, SECTION, SYNOPSIS, TITLE, PAGE_BREAK, BLANK ->
                    "\n";
        };
    }

    private static ScriptElement next(ScriptElement element) {
        return switch (element) {
            case ACTION, BLANK -> ScriptElement.CHARACTER;
            case CHARACTER -> ScriptElement.TRANSITION;
            case TRANSITION -> ScriptElement.HEADING;
            case DIALOGUE -> ScriptElement.PARENTHETICAL;
            case PARENTHETICAL -> ScriptElement.DIALOGUE;
            case HEADING, NOTE, CENTERED, LYRIC, SECTION, SYNOPSIS, TITLE, PAGE_BREAK ->
                    ScriptElement.ACTION;
        };
    }

    /// Makes the line at work another element.
    void make(ScriptElement element) {
        ScriptLine line = line();
        String words = line.as(element);
        boolean isInside = element == ScriptElement.PARENTHETICAL || element == ScriptElement.NOTE;
        String before = needsSpace(element, line) ? "\n" : "";
        page.replaceText(line.offset(), line.offset() + line.text().length(), before + words);
        int end = line.offset() + before.length() + words.length();
        int brackets = element == ScriptElement.NOTE ? 2 : 1;
        page.positionCaret(isInside ? end - brackets : end);
    }

    private boolean needsSpace(ScriptElement element, ScriptLine line) {
        return switch (element) {
            case HEADING, CHARACTER, TRANSITION, ACTION, NOTE ->
                    line.offset() > 1
                            && !page.getText(line.offset() - 2, line.offset()).equals("\n\n");
            default -> false;
        };
    }
}
