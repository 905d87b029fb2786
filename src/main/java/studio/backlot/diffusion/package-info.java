/// Pictures from prompts: the denoising loop in plain Java, its random numbers, and what a picture
/// was made with.
///
/// Nothing here knows ONNX Runtime, files or the ledger; the models are ports that `diffusion.onnx`
/// fills. Start with [studio.backlot.diffusion.TorchRandom] for the noise and with the package
/// `scheduler` for the steps.
package studio.backlot.diffusion;
