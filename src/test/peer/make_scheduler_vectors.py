"""Makes known-good/scheduler-variants.json and scheduler-algorithms.json of src/test/resources with Hugging Face diffusers.

Settings and algorithms that the golden file lacks, over the same analytic model:
    model(x, t)[i] = 0.6 * tanh(x[i]) + 0.2 * sin(0.01 * t + 0.1 * i)
Usage: make_scheduler_vectors.py variants|algorithms FILE
Needs: pip install diffusers==0.42.1 scipy numpy and torch (variants were made with torch 2.15.0, algorithms with 2.9.1)
"""
import json
import sys

import diffusers
import numpy as np
import torch

SD = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
ZERO = dict(SD, prediction_type="v_prediction", rescale_betas_zero_snr=True)
DDIM, EULER, DPM = "DDIMScheduler", "EulerDiscreteScheduler", "DPMSolverMultistepScheduler"
DDPM, PNDM, LCM = "DDPMScheduler", "PNDMScheduler", "LCMScheduler"
ANCESTRAL, HEUN, LMS = "EulerAncestralDiscreteScheduler", "HeunDiscreteScheduler", "LMSDiscreteScheduler"
UNIPC, FLOW = "UniPCMultistepScheduler", "FlowMatchEulerDiscreteScheduler"
WITHOUT_SIGMAS = (DDIM, DDPM, PNDM, LCM)
PLMS = dict(SD, skip_prk_steps=True, set_alpha_to_one=False, steps_offset=1)

ALGORITHMS = [
    (EULER, dict(SD, use_beta_sigmas=True), 9, 0),
    (DPM, dict(SD, use_beta_sigmas=True), 9, 0),
    (DPM, dict(SD, use_beta_sigmas=True, algorithm_type="sde-dpmsolver++"), 9, 2),
    (DDPM, {}, 6, 0),
    (DDPM, dict(SD, clip_sample=False, timestep_spacing="trailing"), 9, 0),
    (DDPM, dict(SD, clip_sample=False, timestep_spacing="linspace", variance_type="fixed_large"), 9, 3),
    (DDPM, dict(SD, clip_sample=False, variance_type="fixed_small_log", steps_offset=1), 5, 0),
    (DDPM, dict(ZERO, clip_sample=False, timestep_spacing="trailing"), 8, 0),
    (DDPM, dict(SD, thresholding=True, sample_max_value=1.5, prediction_type="sample"), 5, 0),
    (DDPM, dict(beta_schedule="squaredcos_cap_v2", clip_sample_range=0.7), 5, 0),
    (DDPM, dict(beta_schedule="sigmoid", beta_start=0.0001, beta_end=0.02, clip_sample=False), 5, 0),
    (DDPM, dict(beta_schedule="laplace", clip_sample=False), 5, 0),
    (PNDM, {}, 12, 0),
    (PNDM, dict(SD), 4, 0),
    (PNDM, dict(SD, prediction_type="v_prediction"), 9, 0),
    (PNDM, PLMS, 1, 0),
    (PNDM, PLMS, 2, 0),
    (PNDM, PLMS, 3, 0),
    (PNDM, PLMS, 20, 0),
    (PNDM, PLMS, 20, 7),
    (PNDM, dict(PLMS, prediction_type="v_prediction"), 9, 0),
    (PNDM, dict(SD, skip_prk_steps=True, set_alpha_to_one=True, timestep_spacing="trailing"), 9, 0),
    (PNDM, dict(SD, skip_prk_steps=True, timestep_spacing="linspace"), 9, 0),
    (ANCESTRAL, {}, 5, 0),
    (ANCESTRAL, dict(SD, timestep_spacing="trailing"), 4, 0),
    (ANCESTRAL, dict(SD, prediction_type="v_prediction"), 9, 4),
    (ANCESTRAL, dict(ZERO, timestep_spacing="trailing"), 9, 0),
    (HEUN, {}, 5, 0),
    (HEUN, SD, 1, 0),
    (HEUN, dict(SD, timestep_spacing="trailing"), 6, 0),
    (HEUN, dict(SD, timestep_spacing="leading", steps_offset=1), 6, 4),
    (HEUN, dict(SD, prediction_type="v_prediction", clip_sample=True), 5, 0),
    (HEUN, dict(SD, prediction_type="sample", clip_sample=True, clip_sample_range=0.5), 5, 0),
    (HEUN, dict(SD, use_exponential_sigmas=True), 5, 0),
    (HEUN, dict(SD, use_beta_sigmas=True), 5, 0),
    (HEUN, dict(beta_schedule="exp"), 5, 0),
    (HEUN, dict(beta_schedule="squaredcos_cap_v2"), 5, 0),
    (LMS, {}, 5, 0),
    (LMS, SD, 1, 0),
    (LMS, SD, 12, 0),
    (LMS, SD, 12, 5),
    (LMS, dict(SD, timestep_spacing="leading", steps_offset=1, prediction_type="v_prediction"), 7, 0),
    (LMS, dict(SD, timestep_spacing="trailing", prediction_type="sample"), 7, 0),
    (LMS, dict(SD, use_karras_sigmas=True), 9, 0),
    (LMS, dict(SD, use_exponential_sigmas=True), 9, 0),
    (LMS, dict(SD, use_beta_sigmas=True), 9, 0),
    (UNIPC, {}, 5, 0),
    (UNIPC, SD, 1, 0),
    (UNIPC, SD, 2, 0),
    (UNIPC, dict(SD, solver_order=1), 5, 0),
    (UNIPC, dict(SD, solver_order=3), 9, 0),
    (UNIPC, dict(SD, solver_order=3, solver_type="bh1", final_sigmas_type="sigma_min"), 9, 0),
    (UNIPC, dict(SD, solver_order=3, lower_order_final=False, final_sigmas_type="sigma_min"), 9, 3),
    (UNIPC, dict(SD, solver_type="midpoint", disable_corrector=[1, 2]), 8, 0),
    (UNIPC, dict(SD, predict_x0=False, final_sigmas_type="sigma_min"), 8, 0),
    (UNIPC, dict(SD, predict_x0=False, final_sigmas_type="sigma_min", prediction_type="v_prediction"), 8, 0),
    (UNIPC, dict(SD, predict_x0=False, final_sigmas_type="sigma_min", prediction_type="sample", solver_order=3), 8, 0),
    (UNIPC, dict(SD, prediction_type="v_prediction", timestep_spacing="trailing"), 8, 0),
    (UNIPC, dict(ZERO, timestep_spacing="trailing"), 8, 0),
    (UNIPC, dict(SD, prediction_type="sample", thresholding=True, sample_max_value=1.5), 8, 0),
    (UNIPC, dict(SD, timestep_spacing="leading", steps_offset=1), 12, 5),
    (UNIPC, dict(SD, use_karras_sigmas=True, final_sigmas_type="sigma_min"), 8, 0),
    (UNIPC, dict(SD, use_exponential_sigmas=True), 8, 0),
    (UNIPC, dict(SD, use_beta_sigmas=True), 8, 0),
    (LCM, {}, 1, 0),
    (LCM, {}, 8, 0),
    (LCM, dict(original_inference_steps=30, prediction_type="v_prediction"), 7, 3),
    (LCM, dict(clip_sample=True, clip_sample_range=0.7, timestep_scaling=5.0), 4, 0),
    (LCM, dict(thresholding=True, sample_max_value=1.5, prediction_type="sample"), 4, 0),
    (LCM, dict(rescale_betas_zero_snr=True, prediction_type="v_prediction"), 4, 0),
    (FLOW, {}, 1, 0),
    (FLOW, dict(shift=3.0), 7, 2),
    (FLOW, dict(shift=6.0, shift_terminal=0.1), 7, 0),
    (FLOW, dict(shift=3.0, invert_sigmas=True), 5, 0),
    (FLOW, dict(shift=3.0, stochastic_sampling=True), 5, 0),
    (FLOW, dict(shift=2.0, use_karras_sigmas=True), 5, 0),
    (FLOW, dict(shift=2.0, use_exponential_sigmas=True), 5, 0),
    (FLOW, dict(shift=2.0, use_beta_sigmas=True), 5, 0),
]

VARIANTS = [
    (DDIM, {}, 5, 0),
    (DDIM, dict(SD, clip_sample=True, clip_sample_range=0.7), 5, 0),
    (DDIM, dict(SD, thresholding=True, sample_max_value=1.5, dynamic_thresholding_ratio=0.9), 6, 0),
    (DDIM, dict(SD, timestep_spacing="linspace", clip_sample=False, prediction_type="sample"), 7, 0),
    (DDIM, dict(SD, timestep_spacing="linspace", clip_sample=False), 1, 0),
    (DDIM, dict(beta_schedule="squaredcos_cap_v2", clip_sample=False), 9, 2),
    (DDIM, dict(SD, timestep_spacing="trailing", clip_sample=False), 30, 11),
    (DDIM, dict(ZERO, timestep_spacing="trailing", clip_sample=False), 20, 0),
    (DDIM, dict(SD, num_train_timesteps=100, clip_sample=False), 100, 0),
    (DDIM, dict(num_train_timesteps=10, trained_betas=[0.01 * k for k in range(1, 11)], clip_sample=False), 5, 0),
    (EULER, {}, 5, 0),
    (EULER, dict(SD, timestep_spacing="trailing"), 16, 0),
    (EULER, dict(ZERO, timestep_spacing="trailing"), 16, 3),
    (EULER, dict(SD, prediction_type="sample"), 4, 0),
    (EULER, dict(SD, interpolation_type="log_linear"), 6, 0),
    (EULER, dict(SD, interpolation_type="log_linear", use_karras_sigmas=True), 6, 0),
    (EULER, dict(SD, use_karras_sigmas=True, sigma_min=0.05, sigma_max=10.0), 7, 2),
    (EULER, dict(SD, use_exponential_sigmas=True), 7, 0),
    (EULER, dict(SD, final_sigmas_type="sigma_min", timestep_spacing="leading", steps_offset=1), 6, 0),
    (EULER, dict(SD, timestep_type="continuous", prediction_type="v_prediction"), 6, 0),
    (EULER, dict(SD, timestep_type="continuous", use_karras_sigmas=True), 6, 0),
    (EULER, dict(beta_schedule="squaredcos_cap_v2", timestep_spacing="trailing"), 6, 0),
    (EULER, dict(SD, timestep_spacing="leading"), 1, 0),
    (EULER, SD, 1, 0),
    (DPM, {}, 5, 0),
    (DPM, dict(SD, solver_order=1), 6, 0),
    (DPM, dict(SD, solver_order=3), 9, 0),
    (DPM, dict(SD, solver_order=3), 20, 4),
    (DPM, dict(SD, solver_type="heun"), 20, 0),
    (DPM, dict(SD, solver_type="bh2", algorithm_type="deis", final_sigmas_type="sigma_min"), 8, 0),
    (DPM, dict(SD, lower_order_final=False), 8, 0),
    (DPM, dict(SD, euler_at_final=True, final_sigmas_type="sigma_min"), 20, 0),
    (DPM, dict(SD, final_sigmas_type="sigma_min"), 20, 0),
    (DPM, dict(SD, timestep_spacing="leading", steps_offset=1), 12, 5),
    (DPM, dict(ZERO, timestep_spacing="trailing"), 12, 0),
    (DPM, dict(ZERO, timestep_spacing="trailing", use_karras_sigmas=True), 12, 0),
    (DPM, dict(SD, prediction_type="sample"), 6, 0),
    (DPM, dict(SD, use_lu_lambdas=True), 8, 0),
    (DPM, dict(SD, use_exponential_sigmas=True), 8, 0),
    (DPM, dict(beta_schedule="squaredcos_cap_v2", use_karras_sigmas=True), 8, 0),
    (DPM, dict(beta_schedule="squaredcos_cap_v2", lambda_min_clipped=-5.1), 8, 0),
    (DPM, dict(beta_schedule="squaredcos_cap_v2", lambda_min_clipped=-5.1, timestep_spacing="trailing"), 8, 0),
    (DPM, dict(SD, thresholding=True, sample_max_value=1.5, dynamic_thresholding_ratio=0.9), 6, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min"), 10, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min", solver_type="heun"), 18, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min", solver_order=3), 18, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min", prediction_type="v_prediction"), 6, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min", prediction_type="sample"), 6, 0),
    (DPM, dict(SD, algorithm_type="dpmsolver", final_sigmas_type="sigma_min", thresholding=True), 6, 0),
    (DPM, dict(SD, algorithm_type="sde-dpmsolver++"), 8, 3),
    (DPM, dict(SD, algorithm_type="sde-dpmsolver++", solver_type="heun"), 16, 0),
    (DPM, dict(SD, algorithm_type="sde-dpmsolver++", solver_order=3), 16, 0),
    (DPM, dict(SD, algorithm_type="sde-dpmsolver", final_sigmas_type="sigma_min"), 8, 0),
    (DPM, dict(SD, algorithm_type="sde-dpmsolver", final_sigmas_type="sigma_min", solver_type="heun"), 8, 0),
]


def model(x, t):
    i = torch.arange(x.numel(), dtype=torch.float32).reshape(x.shape)
    return 0.6 * torch.tanh(x) + 0.2 * torch.sin(0.01 * float(t) + 0.1 * i)


def recorded_draws(name, drawn):
    """Makes the scheduler's own draws seen, where it draws by itself."""
    module = sys.modules[getattr(diffusers, name).__module__]
    if hasattr(module, "randn_tensor"):
        original = diffusers.utils.torch_utils.randn_tensor

        def recording(*args, **kwargs):
            drawn.append(original(*args, **kwargs))
            return drawn[-1]

        module.randn_tensor = recording


def numbers(tensor):
    return [float(f"{v:.8g}") for v in torch.as_tensor(tensor).flatten().tolist()]


def run(name, config, steps, begin):
    scheduler = getattr(diffusers, name)(**config)
    scheduler.set_timesteps(steps)
    generator = torch.Generator("cpu").manual_seed(len(json.dumps(config)) + steps)
    shape = (1, 4, 2, 2)
    case = {"scheduler": name, "config": config, "num_inference_steps": steps, "begin_index": begin,
            "init_noise_sigma": float(getattr(scheduler, "init_noise_sigma", 1)), "timesteps": numbers(scheduler.timesteps)}
    if name not in WITHOUT_SIGMAS:
        case["sigmas"] = numbers(scheduler.sigmas)
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(begin)
    noise = torch.randn(shape, generator=generator)
    if begin:
        clean = torch.randn(shape, generator=generator)
        add_noise = getattr(scheduler, "add_noise", None)
        at = scheduler.timesteps[begin:begin + 1]
        sample = add_noise(clean, noise, at) if add_noise else scheduler.scale_noise(clean, at, noise)
        case["clean"], case["noise"] = numbers(clean), numbers(noise)
    else:
        sample = noise * getattr(scheduler, "init_noise_sigma", 1)
    case["initial_sample"] = numbers(sample)
    case["steps"] = []
    for t in scheduler.timesteps[begin:]:
        drawn = []
        shown = scheduler.scale_model_input(sample, t) if hasattr(scheduler, "scale_model_input") else sample
        output = model(shown, t)
        if "sde" in str(config.get("algorithm_type")):
            drawn = [torch.randn(shape, generator=generator)]
            sample = scheduler.step(output, t, sample, variance_noise=drawn[0]).prev_sample
        elif name in (DDPM, LCM, ANCESTRAL, FLOW):
            recorded_draws(name, drawn)
            sample = scheduler.step(output, t, sample, generator=generator).prev_sample
        else:
            sample = scheduler.step(output, t, sample).prev_sample
        case["steps"].append({"t": float(t), "prev_sample": numbers(sample), "noise": [numbers(d) for d in drawn]})
    assert torch.isfinite(sample).all(), (name, config)
    return case


if __name__ == "__main__":
    torch.manual_seed(0)
    np.seterr(all="raise", under="ignore")
    made = [run(*case) for case in {"variants": VARIANTS, "algorithms": ALGORITHMS}[sys.argv[1]]]
    with open(sys.argv[2], "w") as out:
        json.dump({"about": __doc__, "library": "diffusers " + diffusers.__version__, "cases": made}, out,
                  separators=(",", ":"))
        out.write("\n")
