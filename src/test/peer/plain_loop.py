"""The yardstick of the launcher's time from prompt to plate: the same work as a plain Python program would do it.

Loads the text encoder, the UNet and the VAE decoder of a pack (onnxruntime 1.26.0, tokenizers 0.23.3, numpy 2.4.6,
pillow 13.0.0), runs DDIM with v-prediction, zero terminal SNR and trailing spacing under guidance, and writes a PNG.
The noise is numpy's: no picture is compared. Usage: plain_loop.py PACK PROMPT STEPS GUIDANCE SEED WIDTHxHEIGHT OUT.png
"""
import json
import sys

import numpy as np
import onnxruntime as ort
from PIL import Image
from tokenizers import Tokenizer

pack, prompt, steps, guidance, seed, size, out = sys.argv[1:8]
steps, guidance = int(steps), np.float32(guidance)
width, height = map(int, size.split("x"))


def session(part):
    return ort.InferenceSession(f"{pack}/{part}/model.onnx", providers=["CPUExecutionProvider"])


def config(path):
    with open(f"{pack}/{path}", encoding="utf-8") as file:
        return json.load(file)


tokenizer = Tokenizer.from_file(f"{pack}/tokenizer/tokenizer.json")
length = config("tokenizer/tokenizer_config.json")["model_max_length"]
tokenizer.enable_truncation(length)
tokenizer.enable_padding(length=length)
text_encoder, unet, decoder = session("text_encoder"), session("unet"), session("vae_decoder")
vae = config("vae_decoder/config.json")
schedule = config("scheduler/scheduler_config.json")

# zero-terminal-SNR schedule
train = schedule["num_train_timesteps"]
betas = np.linspace(schedule["beta_start"] ** 0.5, schedule["beta_end"] ** 0.5, train, dtype=np.float32) ** 2
roots = np.sqrt(np.cumprod(1 - betas))
roots = (roots - roots[-1]) * roots[0] / (roots[0] - roots[-1])
alphas = roots**2
timesteps = (np.round(np.arange(train, 0, -train / steps)) - 1).astype(np.int64)

ids = np.array([tokenizer.encode("").ids, tokenizer.encode(prompt).ids], dtype=np.int64)
states = text_encoder.run(None, {"input_ids": ids})[0]
factor = 2 ** (len(vae["block_out_channels"]) - 1)
latents = np.random.default_rng(int(seed)).standard_normal(
    (1, vae["latent_channels"], height // factor, width // factor), dtype=np.float32)
for t in timesteps:
    feed = {
        "sample": np.concatenate([latents, latents]),
        "timestep": np.array([t], dtype=np.int64),
        "encoder_hidden_states": states,
    }
    negative, positive = unet.run(None, feed)[0]
    v = (negative + guidance * (positive - negative))[None]
    a = alphas[t]
    previous = t - train // steps
    b = alphas[previous] if previous >= 0 else np.float32(1)
    clean = a**0.5 * latents - (1 - a) ** 0.5 * v
    noise = a**0.5 * v + (1 - a) ** 0.5 * latents
    latents = (b**0.5 * clean + (1 - b) ** 0.5 * noise).astype(np.float32)
picture = decoder.run(None, {"latent_sample": latents / np.float32(vae["scaling_factor"])})[0][0]
pixels = (np.clip(picture / 2 + 0.5, 0, 1) * 255).round().astype(np.uint8).transpose(1, 2, 0)
Image.fromarray(pixels).save(out)
