/// Text to token ids, exactly as the tokenizers that a model was trained with: WordPiece and CLIP's
/// byte-pair encoding, read from the files of a model folder.
///
/// No model, no library, no network. A new kind of tokenizer is a new [TextTokenizer] and a line in
/// [TokenizerFolder]. Start with [studio.backlot.tokenize.TextTokenizer].
package studio.backlot.tokenize;
