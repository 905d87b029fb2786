package studio.backlot.diffusion;

/// What a text encoder makes of some prompts: for each prompt, for each token, `width` numbers,
/// row-major.
public record TextStates(float[] values, int prompts, int tokens, int width) {
    public TextStates {
        if (values.length != (long) prompts * tokens * width) {
            throw new IllegalArgumentException(
                    values.length
                            + " values are not "
                            + prompts
                            + " prompts of "
                            + tokens
                            + " tokens of "
                            + width);
        }
    }
}
