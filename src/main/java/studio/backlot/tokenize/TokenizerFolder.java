package studio.backlot.tokenize;

import java.nio.file.Files;
import java.nio.file.Path;

/// Opens the tokenizer of a model folder, of whatever kind its files are.
public final class TokenizerFolder {
    private TokenizerFolder() {}

    /// Reads the files once; the tokenizer needs them no more.
    ///
    /// The kind is told from the content: `tokenizer.json` by its model, otherwise `vocab.json`
    /// with `merges.txt` (CLIP) or `vocab.txt` (WordPiece).
    ///
    /// @throws TokenizerUnusable when a file is missing, broken, or of a kind that is not built
    public static TextTokenizer open(Path folder) {
        TokenizerConfig config = TokenizerConfig.in(folder);
        Path tokenizerJson = folder.resolve("tokenizer.json");
        if (Files.exists(tokenizerJson)) {
            return ofTokenizerJson(TokenizerFile.read(tokenizerJson), config);
        }
        if (Files.exists(folder.resolve("vocab.json"))
                || Files.exists(folder.resolve("merges.txt"))) {
            return ClipFiles.ofVocabAndMerges(folder, config);
        }
        Path vocabTxt = folder.resolve("vocab.txt");
        if (Files.exists(vocabTxt)) {
            return WordPieceFiles.ofVocabTxt(vocabTxt, config);
        }
        throw new TokenizerUnusable(
                folder,
                "no tokenizer is here: neither tokenizer.json, nor vocab.json with merges.txt, nor"
                        + " vocab.txt");
    }

    private static TextTokenizer ofTokenizerJson(TokenizerFile json, TokenizerConfig config) {
        TokenizerFile model = json.object("model");
        String type = model.text("type");
        if (type.equals("WordPiece")) {
            return WordPieceFiles.ofTokenizerJson(json, config);
        }
        String endOfWord = model.json().text("end_of_word_suffix").orElse("");
        if (type.equals("BPE") && endOfWord.equals(ClipTokenizer.END_OF_WORD)) {
            return ClipFiles.ofTokenizerJson(json, config);
        }
        throw json.broken(
                "is of the kind \""
                        + type
                        + "\", and this build has only WordPiece and CLIP's BPE");
    }
}
