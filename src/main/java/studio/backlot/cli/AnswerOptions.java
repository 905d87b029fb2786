package studio.backlot.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import studio.backlot.clearance.Answer;
import studio.backlot.clearance.Principle;
import studio.backlot.workflow.DeclareUseCase.Given;

/// The answers to the five principles as they are typed: `--answer q1=yes`, with a note and a
/// document beside it.
final class AnswerOptions {
    @Option(
            names = "--answer",
            paramLabel = "Q=A",
            description = "q1 to q5, each yes, no or unsure; `use-case list` shows the questions")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--note", paramLabel = "Q=TEXT", description = "why an answer is what it is")
    private Map<String, String> notes = new LinkedHashMap<>();

    @Option(
            names = "--document",
            paramLabel = "Q=FILE",
            description = "a file that shows it; the production keeps a copy")
    private Map<String, Path> documents = new LinkedHashMap<>();

    /// The answers that were given; none where none was.
    Map<Principle, Given> given() {
        Map<Principle, Given> given = new EnumMap<>(Principle.class);
        answers.forEach((name, word) ->
                given.put(
                        principle(name),
                        new Given(
                                answer(name, word),
                                Optional.ofNullable(notes.get(name)),
                                Optional.ofNullable(documents.get(name))
                                        .map(file -> {
                                            byte[] bytes = UserFiles.read(file);
                                            return () -> bytes;
                                        }))));
        requireAnswered(notes.keySet().stream(), "--note");
        requireAnswered(documents.keySet().stream(), "--document");
        return given;
    }

    private void requireAnswered(Stream<String> names, String option) {
        names.filter(name -> !answers.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongUse(
                            option
                                    + " "
                                    + name
                                    + " goes with an answer: give --answer "
                                    + name
                                    + "=… too");
                });
    }

    private static Principle principle(String name) {
        return Principle.ofWireName(name)
                .orElseThrow(() ->
                        new WrongUse("there is no question \"" + name + "\"; they are q1 to q5"));
    }

    private static Answer answer(String name, String word) {
        return Answer.ofWireName(word)
                .orElseThrow(() ->
                        new WrongUse(
                                "the answer to "
                                        + name
                                        + " is "
                                        + Stream.of(Answer.values())
                                                .map(Answer::wireName)
                                                .collect(Collectors.joining(", "))
                                        + ", not \""
                                        + word
                                        + "\""));
    }
}
