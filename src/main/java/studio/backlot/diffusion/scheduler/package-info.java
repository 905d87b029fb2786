/// The samplers that turn noise into a latent picture, one file per algorithm, as Hugging Face
/// diffusers defines them.
///
/// Pure arithmetic on `float[]`: no model, no file, no thread, no random generator of its own (see
/// [NoiseSource]). Start with [studio.backlot.diffusion.scheduler.Scheduler], then
/// [studio.backlot.diffusion.scheduler.Schedulers].
package studio.backlot.diffusion.scheduler;
