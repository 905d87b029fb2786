/// Diffusion with ONNX graphs: the ports of `diffusion` over a pack in the diffusers-ONNX layout.
///
/// Names, ranks, element types, factors and channel counts are read from graphs and configurations;
/// nothing is assumed of a family, and what this build cannot do is refused in words before it
/// runs. The loop itself lives in [studio.backlot.diffusion.DiffusionPipeline]. Start with
/// [studio.backlot.diffusion.onnx.OnnxPlateGenerator].
package studio.backlot.diffusion.onnx;
