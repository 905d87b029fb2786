package studio.backlot.credential;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the content of a file came to be: a term of the IPTC vocabulary "Digital Source Type" or of
/// C2PA's addition to it.
public enum DigitalSourceType {
    /// Created by a model trained on sampled content.
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia", "made by a generative model"),
    /// Human or captured content with parts made by a trained model, or the reverse.
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA(
            "compositeWithTrainedAlgorithmicMedia",
            "a composite with parts made by a generative model"),
    COMPOSITE_SYNTHETIC("compositeSynthetic", "a composite with synthetic parts"),
    ALGORITHMIC_MEDIA("algorithmicMedia", "made by an algorithm that was not trained on content"),
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced", "enhanced by an algorithm"),
    DATA_DRIVEN_MEDIA("dataDrivenMedia", "a rendering of data"),
    DIGITAL_CREATION("digitalCreation", "made by a person with digital tools"),
    HUMAN_EDITS("humanEdits", "edited by a person"),
    DIGITAL_CAPTURE("digitalCapture", "captured by a camera"),
    COMPUTATIONAL_CAPTURE(
            "computationalCapture", "captured by a camera and combined by computation"),
    COMPOSITE("composite", "a composite"),
    COMPOSITE_CAPTURE("compositeCapture", "a composite of captured parts"),
    SCREEN_CAPTURE("screenCapture", "captured from a screen"),
    VIRTUAL_RECORDING("virtualRecording", "recorded in a virtual world"),
    NEGATIVE_FILM("negativeFilm", "scanned from a negative"),
    POSITIVE_FILM("positiveFilm", "scanned from a positive film"),
    PRINT("print", "scanned from a print"),
    /// C2PA: nothing yet, such as a new empty canvas.
    EMPTY("http://c2pa.org/digitalsourcetype/", "empty", "an empty canvas"),
    /// C2PA: other data than media, made by a trained model.
    TRAINED_ALGORITHMIC_DATA(
            "http://c2pa.org/digitalsourcetype/",
            "trainedAlgorithmicData",
            "data made by a generative model");

    private static final Map<String, DigitalSourceType> BY_TERM =
            Arrays.stream(values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    DigitalSourceType::term, Function.identity()));

    private final String term;
    private final String uri;
    private final String words;

    DigitalSourceType(String term, String words) {
        this("http://cv.iptc.org/newscodes/digitalsourcetype/", term, words);
    }

    DigitalSourceType(String vocabulary, String term, String words) {
        this.term = term;
        this.uri = vocabulary + term;
        this.words = words;
    }

    /// The term by which entries name it, such as `trainedAlgorithmicMedia`.
    public String term() {
        return term;
    }

    /// The term with its vocabulary, as it stands in files.
    public String uri() {
        return uri;
    }

    /// What it says, in words that follow "the picture is".
    public String words() {
        return words;
    }

    /// The type of that term, if it is one of these.
    public static Optional<DigitalSourceType> ofTerm(String term) {
        return Optional.ofNullable(BY_TERM.get(term));
    }

    /// The type of that address, written with `http` or `https`, if it is one of these.
    public static Optional<DigitalSourceType> ofUri(String uri) {
        String plain = uri.startsWith("https:") ? "http:" + uri.substring("https:".length()) : uri;
        return ofTerm(plain.substring(plain.lastIndexOf('/') + 1))
                .filter(type -> type.uri.equals(plain));
    }
}
