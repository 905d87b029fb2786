package studio.backlot.catalog;

/// What a model pack is for.
public enum PackKind {
    /// Text to image: a folder in the diffusers-ONNX layout, with `model_index.json`.
    DIFFUSION,
    /// Picture to larger picture: one graph whose only input has three channels.
    UPSCALER,
    /// Picture to places that look like faces: one graph with CenterFace's four outputs.
    FACE_FINDER,
    /// Text to text: a decoder in the Optimum layout, with `config.json` and a tokenizer.
    TEXT,
    /// Any other graph.
    OTHER
}
