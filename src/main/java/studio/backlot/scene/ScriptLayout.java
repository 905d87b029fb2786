package studio.backlot.scene;

import java.util.ArrayList;
import java.util.List;

/// A script as it would lie on printed pages: its lines, its scenes with their lengths in eighths,
/// its pages. Pages are counted by lines of text: a printer that keeps dialogue together may need a
/// few more.
public record ScriptLayout(List<ScriptLine> lines, List<Scene> scenes, int pages) {
    /// Lines of a page in the usual typewriter type.
    private static final int PAGE = 55;

    private static final int EIGHTHS = 8;

    /// Nothing at all.
    public static final ScriptLayout EMPTY = of("");

    public ScriptLayout {
        lines = List.copyOf(lines);
        scenes = List.copyOf(scenes);
    }

    /// A scene: its heading, the page on which it begins, its length in eighths of a page, at least
    /// one.
    public record Scene(SceneHeading heading, int page, int eighths) {}

    /// Reads a script. Takes some milliseconds for a long one.
    public static ScriptLayout of(String script) {
        List<ScriptLine> lines = ScriptLine.allIn(script);
        List<SceneHeading> headings = SceneHeading.allIn(script);
        List<Scene> scenes = new ArrayList<>();
        int printed = 0;
        int next = 0;
        int began = 0;
        for (ScriptLine line : lines) {
            if (next < headings.size() && headings.get(next).offset() <= line.offset()) {
                if (next > 0) {
                    scenes.add(scene(headings.get(next - 1), began, printed));
                }
                began = printed;
                next++;
            }
            printed = after(line, printed);
        }
        if (next > 0) {
            scenes.add(scene(headings.get(next - 1), began, printed));
        }
        return new ScriptLayout(lines, scenes, Math.max(1, page(Math.max(0, printed - 1))));
    }

    private static int after(ScriptLine line, int printed) {
        if (line.element() == ScriptElement.PAGE_BREAK) {
            return (printed + PAGE - 1) / PAGE * PAGE;
        }
        return printed + line.element().printedLines(line.text().strip().length());
    }

    private static Scene scene(SceneHeading heading, int from, int to) {
        int eighths = Math.max(1, Math.round((to - from) * EIGHTHS / (float) PAGE));
        return new Scene(heading, page(from), eighths);
    }

    private static int page(int printedLine) {
        return printedLine / PAGE + 1;
    }

    /// The line in which a place of the text lies.
    public ScriptLine lineAt(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (lines.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return lines.get(low);
    }

    /// The page on which a place of the text lies, from 1.
    public int pageAt(int offset) {
        int printed = 0;
        for (ScriptLine line : lines) {
            if (line.offset() + line.text().length() >= offset) {
                break;
            }
            printed = after(line, printed);
        }
        return Math.min(page(printed), pages);
    }
}
