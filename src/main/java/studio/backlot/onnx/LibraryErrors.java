package studio.backlot.onnx;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Reads the library's error codes and messages and makes [ModelFailure]s of them.
final class LibraryErrors {
    private static final List<String> EXTERNAL =
            List.of(
                    "external data",
                    "external initializer",
                    "external_data",
                    "getfilelength",
                    "tensor_proto_dir");
    private static final List<String> OPERATOR =
            List.of(
                    "not a registered function/op",
                    "could not find an implementation",
                    "no op registered",
                    "no opset import",
                    "opset",
                    "custom op");

    private LibraryErrors() {}

    static ModelFailure whileOpening(Path file, OrtException e) {
        String why = words(e);
        String lower = why.toLowerCase(Locale.ROOT);
        if (EXTERNAL.stream().anyMatch(lower::contains)) {
            return new ExternalWeightsMissing(file, why, e);
        }
        if (e.getCode() == OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED
                || OPERATOR.stream().anyMatch(lower::contains)) {
            return new OperatorUnsupported(file, why, e);
        }
        return new ModelFileBroken(file, why, e);
    }

    static ModelFailure whileRunning(Path file, OrtException e) {
        return e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT
                ? new TensorMismatch(file, words(e))
                : new ModelRunFailed(file, words(e), e);
    }

    /// The library's message without source paths and without line breaks, at most 300 characters.
    private static String words(OrtException e) {
        String text =
                String.valueOf(e.getMessage())
                        .replaceAll("\\s+", " ")
                        .replaceAll("/\\S*/onnxruntime/\\S+:\\d+ \\S+ ?", "")
                        .strip();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
