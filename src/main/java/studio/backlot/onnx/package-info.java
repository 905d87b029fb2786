/// ONNX sessions, tensors and their failures: the one place that knows the life cycle of
/// `ai.onnxruntime`.
///
/// Opens a graph from a file, says what it declares, runs it so that a
/// [studio.backlot.base.Cancellation] ends it in the middle, and turns every library error into a
/// [studio.backlot.onnx.ModelFailure] in words. What a graph means (a denoiser, an upscaler, a
/// language model) belongs to the adapters `*.onnx` of the features, never here. Start with
/// [studio.backlot.onnx.OnnxRuntime] and [studio.backlot.onnx.OnnxSession].
package studio.backlot.onnx;
