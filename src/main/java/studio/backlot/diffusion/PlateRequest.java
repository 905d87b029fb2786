package studio.backlot.diffusion;

import java.util.Optional;

/// What a person asks for: the words, the numbers and the size of one plate.
///
/// Prompts may be empty and hold any character; they are recorded as written. What tokenizers drop
/// (control characters) they drop, as in every other tool; text beyond the pack's token limit is
/// cut there, and the recipe shows the tokens.
///
/// @param inferenceSteps how many times the denoiser runs, 1 to 1,000
/// @param guidanceScale how strongly the prompt pulls, 0 to 100; at 1 and below the negative prompt
///   is not used
/// @param seed any 64 bits; the generator uses the low 32, as PyTorch's does
public record PlateRequest(
        String prompt,
        String negativePrompt,
        int inferenceSteps,
        double guidanceScale,
        long seed,
        Optional<SchedulerChoice> scheduler,
        Sizing sizing) {
    /// The longest prompt, in UTF-16 units.
    public static final int LONGEST_PROMPT = 100_000;

    /// The most denoising steps.
    public static final int MOST_STEPS = 1_000;

    private static final int DEFAULT_STEPS = 20;
    private static final double DEFAULT_GUIDANCE = 3;
    private static final double MOST_GUIDANCE = 100;

    public PlateRequest {
        requireText("prompt", prompt);
        requireText("negative prompt", negativePrompt);
        if (inferenceSteps < 1 || inferenceSteps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a picture cannot be made in "
                            + inferenceSteps
                            + " steps: give 1 to "
                            + MOST_STEPS);
        }
        if (!(guidanceScale >= 0 && guidanceScale <= MOST_GUIDANCE)) {
            throw new IllegalArgumentException(
                    "a guidance scale of "
                            + guidanceScale
                            + " cannot be: give 0 to "
                            + (int) MOST_GUIDANCE);
        }
    }

    private static void requireText(String name, String text) {
        if (text.length() > LONGEST_PROMPT) {
            throw new IllegalArgumentException(
                    "the "
                            + name
                            + " has "
                            + text.length()
                            + " characters: at most "
                            + LONGEST_PROMPT
                            + " are taken");
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException(
                        "the "
                                + name
                                + " holds half of a character at position "
                                + i
                                + ": it cannot be recorded; type or paste it again");
            }
        }
    }

    /// A request with the pack's own size and scheduler, 20 steps, guidance 3 and seed 0.
    public static PlateRequest of(String prompt) {
        return new PlateRequest(
                prompt,
                "",
                DEFAULT_STEPS,
                DEFAULT_GUIDANCE,
                0,
                Optional.empty(),
                new Sizing.OwnSize(1));
    }

    public PlateRequest withNegativePrompt(String newNegativePrompt) {
        return new PlateRequest(
                prompt, newNegativePrompt, inferenceSteps, guidanceScale, seed, scheduler, sizing);
    }

    public PlateRequest withInferenceSteps(int newSteps) {
        return new PlateRequest(
                prompt, negativePrompt, newSteps, guidanceScale, seed, scheduler, sizing);
    }

    public PlateRequest withGuidanceScale(double newScale) {
        return new PlateRequest(
                prompt, negativePrompt, inferenceSteps, newScale, seed, scheduler, sizing);
    }

    public PlateRequest withSeed(long newSeed) {
        return new PlateRequest(
                prompt, negativePrompt, inferenceSteps, guidanceScale, newSeed, scheduler, sizing);
    }

    public PlateRequest withScheduler(SchedulerChoice choice) {
        return new PlateRequest(
                prompt,
                negativePrompt,
                inferenceSteps,
                guidanceScale,
                seed,
                Optional.of(choice),
                sizing);
    }

    public PlateRequest withSizing(Sizing newSizing) {
        return new PlateRequest(
                prompt, negativePrompt, inferenceSteps, guidanceScale, seed, scheduler, newSizing);
    }
}
