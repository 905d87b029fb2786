package studio.backlot.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a pack says of itself in its README and LICENSE: a name to show, the licence, as an SPDX
/// identifier where it is one that we recognise, the words that it says it knows (its line *Words
/// it knows*), in lower case, none where it does not say; and `about`, the first paragraph of its
/// README, empty where there is none.
public record PackCard(String displayName, String licence, Set<String> knownWords, String about) {
    public PackCard {
        knownWords = Set.copyOf(knownWords);
    }

    /// Written where a pack names no licence.
    public static final String NO_LICENCE = "unknown";

    private static final String KNOWN = "Words it knows**:";
    private static final int LONGEST_TEXT = 1 << 20;

    /// First words of licence texts, in the order in which they are looked for.
    private static final Map<String, String> LICENCE_WORDS = new java.util.LinkedHashMap<>();

    static {
        LICENCE_WORDS.put("apache license version 2.0", "Apache-2.0");
        LICENCE_WORDS.put("mit license", "MIT");
        LICENCE_WORDS.put("permission is hereby granted, free of charge", "MIT");
        LICENCE_WORDS.put("bsd 3-clause", "BSD-3-Clause");
        LICENCE_WORDS.put("neither the name of", "BSD-3-Clause");
        LICENCE_WORDS.put("redistribution and use in source and binary forms", "BSD-2-Clause");
        LICENCE_WORDS.put("creativeml open rail++-m", "CreativeML-OpenRAIL++-M");
        LICENCE_WORDS.put("creativeml open rail-m", "CreativeML-OpenRAIL-M");
        LICENCE_WORDS.put("gnu general public license", "GPL");
    }

    static PackCard read(Path folder) {
        String readme = text(folder.resolve("README.md"));
        String name =
                readme.lines()
                        .dropWhile(line -> !line.startsWith("# "))
                        .findFirst()
                        .map(line -> line.substring(2).strip())
                        .filter(line -> !line.isEmpty())
                        .orElse(String.valueOf(folder.getFileName()));
        String licence =
                frontMatter(readme, "license")
                        .or(() -> recognise(text(folder.resolve("LICENSE"))))
                        .or(() -> recognise(text(folder.resolve("LICENSE.md"))))
                        .or(() -> recognise(text(folder.resolve("LICENSE.txt"))))
                        .orElse(NO_LICENCE);
        return new PackCard(name, licence, knownWords(readme), about(readme));
    }

    /// The lines after the first heading up to an empty one, without Markdown's emphasis.
    private static String about(String readme) {
        return readme.lines()
                .dropWhile(line -> !line.startsWith("# "))
                .skip(1)
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceAll("[*`]", "").strip())
                .collect(Collectors.joining(" "));
    }

    private static Set<String> knownWords(String readme) {
        return readme.lines()
                .filter(line -> line.contains(KNOWN))
                .map(line -> line.substring(line.indexOf(KNOWN) + KNOWN.length()))
                .flatMap(line -> PromptWords.of(line).stream())
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_TEXT) {
                return "";
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PackUnreadable(file, e);
        }
    }

    /// A line of the YAML block between two `---` lines with which model cards begin.
    private static Optional<String> frontMatter(String readme, String key) {
        if (!readme.startsWith("---")) {
            return Optional.empty();
        }
        return readme.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("---"))
                .filter(line -> line.startsWith(key + ":"))
                .map(line ->
                        line.substring(key.length() + 1).strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> recognise(String licence) {
        String words =
                licence.toLowerCase(Locale.ROOT)
                        .replaceAll("\\s+", " ")
                        .replace("license, version", "license version");
        return LICENCE_WORDS.entrySet().stream()
                .filter(entry -> words.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
