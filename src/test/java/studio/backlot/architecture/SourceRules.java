package studio.backlot.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the compiler and the bytecode do not show of a source file: its size, its docs, its words.
///
/// Each rule returns its complaints, none when the file is in order, each beginning with the file's
/// path.
final class SourceRules {
    static final int MOST_LINES = 400;

    private static final Pattern TOP_LEVEL_TYPE =
            Pattern.compile(
                    "^(?:(?:public|abstract|final|sealed|non-sealed|strictfp) )*(?:@?interface|class|record|enum) (\\w+).*");

    /// A capital or a space inside quotes is a text for people; ids and style classes have neither.
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern TEXT = Pattern.compile("^\"[A-Z]|\\p{L} \\p{L}");

    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|//.*");
    private static final Pattern TEST_METHOD =
            Pattern.compile("^\\s*(?:public )?void (test\\w*|\\w*_\\w*)\\(.*");

    /// Words that do not belong in the program, and why.
    private static final List<Banned> BANNED =
            List.of(
                    new Banned("\\bTODO\\b|\\bFIXME\\b|\\bXXX\\b", "open work belongs in an issue"),
                    new Banned("@author\\b", "the history knows who wrote it"),
                    new Banned("@SuppressWarnings\\(\"all\"\\)", "name the warning"),
                    new Banned("Objects\\.requireNonNull", "NullAway proves it"),
                    new Banned(
                            "(?i)\"[^\"]*(?:\\bsuccessfully\\b|\\boops\\b)[^\"]*\"",
                            "say what happened instead"),
                    new Banned("\"[^\"]*[a-z]!\"", "no exclamation marks in messages"),
                    new Banned("/(?:root|work)/\\w", "a path of somebody's machine"),
                    new Banned(
                            "https?://\\S*(?:maven|pypi|npmjs|crates|debian)\\.",
                            "a registry's address"));

    /// Words that do not belong in a test, and why.
    private static final List<Banned> BANNED_IN_TESTS =
            List.of(
                    new Banned("@Disabled\\b", "a test that does not run proves nothing"),
                    new Banned("@DisplayName\\b", "the method's name is the fact"),
                    new Banned(
                            "\\bassumeTrue\\b|\\bassumeFalse\\b|\\bassumeThat\\b",
                            "a test that may skip itself proves nothing"),
                    new Banned("\\bThread\\.sleep\\b", "wait for what should happen, not for time"),
                    new Banned("\\borg\\.mockito\\b", "real small things instead of mocks"));

    private SourceRules() {}

    /// All rules of a single file.
    static List<String> complaints(SourceFile file) {
        List<String> found = new ArrayList<>();
        found.addAll(size(file));
        found.addAll(header(file));
        found.addAll(topLevelType(file));
        found.addAll(words(file));
        found.addAll(viewsWithText(file));
        found.addAll(testNames(file));
        return found;
    }

    /// Every folder with classes of the program says in `package-info.java` what lives there.
    static List<String> packagesWithoutDoc(Collection<SourceFile> files) {
        Set<String> folders = new TreeSet<>();
        Set<String> documented = new TreeSet<>();
        for (SourceFile file : files) {
            if (file.name().equals("package-info.java")) {
                documented.add(file.folder());
            } else if (!file.name().equals("module-info.java")) {
                folders.add(file.folder());
            }
        }
        folders.removeAll(documented);
        return folders.stream().map(folder -> folder + ": has no package-info.java").toList();
    }

    private static List<String> size(SourceFile file) {
        int lines = file.lines().size();
        return lines <= MOST_LINES
                ? List.of()
                : List.of(file.path() + ": " + lines + " lines, at most " + MOST_LINES);
    }

    private static List<String> header(SourceFile file) {
        String first = file.lines().isEmpty() ? "" : file.lines().getFirst();
        return first.matches("(package|import|module|///).*")
                ? List.of()
                : List.of(
                        file.path()
                                + ": begins with \""
                                + first
                                + "\", not with its package or its doc");
    }

    /// One top-level type, whose doc begins with a sentence. Classes of tests are named by their
    /// facts and need none.
    private static List<String> topLevelType(SourceFile file) {
        if (file.name().equals("module-info.java")) {
            return List.of();
        }
        if (file.name().equals("package-info.java")) {
            return isSentence(docAbove(file, indexOf(file, "package ")))
                    ? List.of()
                    : List.of(file.path() + ": does not say in a sentence what lives here");
        }
        List<String> found = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            if (TOP_LEVEL_TYPE.matcher(file.lines().get(i)).matches()) {
                types.add(i);
            }
        }
        if (types.size() != 1) {
            found.add(file.path() + ": has " + types.size() + " top-level types, not one");
        }
        boolean isNamedByFacts = file.isTest() && file.name().endsWith("Test.java");
        if (!types.isEmpty() && !isNamedByFacts && !isSentence(docAbove(file, types.getFirst()))) {
            found.add(file.path() + ": its type has no /// doc that begins with a sentence");
        }
        return found;
    }

    private static int indexOf(SourceFile file, String start) {
        for (int i = 0; i < file.lines().size(); i++) {
            if (file.lines().get(i).startsWith(start)) {
                return i;
            }
        }
        return 0;
    }

    /// The `///` text right above a line, annotations between them skipped.
    private static String docAbove(SourceFile file, int line) {
        int end = line;
        while (end > 0 && isPartOfAnnotation(file.lines().get(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && file.lines().get(start - 1).startsWith("///")) {
            start--;
        }
        return file.lines().subList(start, end).stream()
                .map(text -> text.substring(3).strip())
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static boolean isPartOfAnnotation(String line) {
        return line.startsWith("@")
                || line.startsWith(" ")
                || line.equals("})")
                || line.equals(")");
    }

    private static boolean isSentence(String doc) {
        return doc.matches("(?s)[\\p{L}\\p{N}`\\[].{8,}?[.:](\\s.*)?");
    }

    private static List<String> words(SourceFile file) {
        List<Banned> banned = new ArrayList<>(BANNED);
        if (file.isTest()) {
            banned.addAll(BANNED_IN_TESTS);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            for (Banned word : banned) {
                Optional<String> hit = word.in(file.lines().get(i));
                if (hit.isPresent()) {
                    found.add(
                            file.path() + ":" + (i + 1) + ": \"" + hit.get() + "\": " + word.why());
                }
            }
        }
        return found;
    }

    /// Texts on the screen come from bundles.
    private static List<String> viewsWithText(SourceFile file) {
        List<String> found = new ArrayList<>();
        if (file.path().contains("/ui/") && file.name().endsWith("View.java")) {
            for (int i = 0; i < file.lines().size(); i++) {
                boolean isText =
                        LITERAL.matcher(file.lines().get(i))
                                .results()
                                .anyMatch(literal -> TEXT.matcher(literal.group()).find());
                if (isText) {
                    found.add(
                            file.path()
                                    + ":"
                                    + (i + 1)
                                    + ": a text of its own; views take texts from a bundle");
                }
            }
        }
        return found;
    }

    /// A test's name is a fact in camelCase.
    private static List<String> testNames(SourceFile file) {
        List<String> found = new ArrayList<>();
        for (int i = 1; file.isTest() && i < file.lines().size(); i++) {
            boolean isTest =
                    file.lines()
                            .get(i - 1)
                            .strip()
                            .matches("@(Test|ParameterizedTest.*|RepeatedTest.*)");
            Matcher name =
                    TEST_METHOD.matcher(
                            STRING_OR_COMMENT.matcher(file.lines().get(i)).replaceAll(""));
            if (isTest && name.matches()) {
                found.add(
                        file.path()
                                + ":"
                                + (i + 1)
                                + ": "
                                + name.group(1)
                                + " is not a fact in camelCase");
            }
        }
        return found;
    }

    /// A pattern that must not appear in a line, and why.
    private record Banned(Pattern pattern, String why) {
        Banned(String expression, String why) {
            this(Pattern.compile(expression), why);
        }

        Optional<String> in(String line) {
            Matcher matcher = pattern.matcher(line);
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        }
    }
}
