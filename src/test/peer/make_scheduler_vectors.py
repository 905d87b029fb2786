"""Makes src/test/resources/known-good/scheduler-variants.json with Hugging Face diffusers.

Settings that the golden file lacks, over the same analytic model:
    model(x, t)[i] = 0.6 * tanh(x[i]) + 0.2 * sin(0.01 * t + 0.1 * i)
Needs: pip install diffusers==0.42.1 torch==2.15.0 numpy==2.4.6
"""
import json
import sys

import diffusers
import numpy as np
import torch

SD = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear")
ZERO = dict(SD, prediction_type="v_prediction", rescale_betas_zero_snr=True)
DDIM, EULER, DPM = "DDIMScheduler", "EulerDiscreteScheduler", "DPMSolverMultistepScheduler"
SIZE = 16

CASES = [
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


def numbers(tensor):
    return [float(f"{v:.8g}") for v in torch.as_tensor(tensor).flatten().tolist()]


def run(name, config, steps, begin):
    scheduler = getattr(diffusers, name)(**config)
    scheduler.set_timesteps(steps)
    generator = torch.Generator("cpu").manual_seed(len(json.dumps(config)) + steps)
    shape = (1, 4, 2, 2)
    case = {"scheduler": name, "config": config, "num_inference_steps": steps, "begin_index": begin,
            "init_noise_sigma": float(scheduler.init_noise_sigma), "timesteps": numbers(scheduler.timesteps)}
    if name != DDIM:
        case["sigmas"] = numbers(scheduler.sigmas)
        scheduler.set_begin_index(begin)
    noise = torch.randn(shape, generator=generator)
    if begin:
        clean = torch.randn(shape, generator=generator)
        sample = scheduler.add_noise(clean, noise, scheduler.timesteps[begin:begin + 1])
        case["clean"], case["noise"] = numbers(clean), numbers(noise)
    else:
        sample = noise * scheduler.init_noise_sigma
    case["initial_sample"] = numbers(sample)
    case["steps"] = []
    for t in scheduler.timesteps[begin:]:
        drawn = []
        output = model(scheduler.scale_model_input(sample, t), t)
        if "sde" in str(config.get("algorithm_type")):
            drawn = [torch.randn(shape, generator=generator)]
            sample = scheduler.step(output, t, sample, variance_noise=drawn[0]).prev_sample
        else:
            sample = scheduler.step(output, t, sample).prev_sample
        case["steps"].append({"t": float(t), "prev_sample": numbers(sample), "noise": [numbers(d) for d in drawn]})
    assert torch.isfinite(sample).all(), (name, config)
    return case


if __name__ == "__main__":
    torch.manual_seed(0)
    np.seterr(all="raise", under="ignore")
    made = [run(*case) for case in CASES]
    with open(sys.argv[1], "w") as out:
        json.dump({"about": __doc__, "library": "diffusers " + diffusers.__version__, "cases": made}, out,
                  separators=(",", ":"))
        out.write("\n")
