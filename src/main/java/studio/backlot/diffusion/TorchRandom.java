package studio.backlot.diffusion;

import java.util.Arrays;
import studio.backlot.diffusion.scheduler.NoiseSource;

/// The normal random numbers of PyTorch's CPU generator:
/// `torch.Generator('cpu').manual_seed(seed)`, then `torch.randn`.
///
/// A seed gives the same picture here as in every tool built on PyTorch. The uniform bits come from
/// MT19937 (Matsumoto and Nishimura, 1998) seeded with the low 32 bits of the seed; the normals
/// from Box and Muller's transform, which PyTorch does one by one in double precision below 16
/// values and in blocks of 16 in single precision from 16 on. State carries over from draw to draw.
/// Not for use by several threads.
public final class TorchRandom implements NoiseSource {
    private static final int STATE_SIZE = 624;
    private static final int SHIFT_SIZE = 397;
    private static final int BLOCK = 16;
    private static final int HALF_BLOCK = BLOCK / 2;
    private static final float TWO_PI = (float) (2 * Math.PI);

    private final int[] state = new int[STATE_SIZE];
    private int next = STATE_SIZE;
    private boolean isSecondNormalCached;
    private double secondNormal;

    public TorchRandom(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < STATE_SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /// A generator that goes on from where another stood ([#position]).
    public static TorchRandom at(int[] position) {
        if (position.length != STATE_SIZE + 4) {
            throw new IllegalArgumentException(
                    position.length + " numbers are no position of the generator");
        }
        var random = new TorchRandom(0);
        System.arraycopy(position, 0, random.state, 0, STATE_SIZE);
        random.next = position[STATE_SIZE];
        random.isSecondNormalCached = position[STATE_SIZE + 1] == 1;
        random.secondNormal =
                Double.longBitsToDouble(
                        ((long) position[STATE_SIZE + 2] << Integer.SIZE)
                                | (position[STATE_SIZE + 3] & 0xffff_ffffL));
        return random;
    }

    /// Where it stands: what [#at] needs to draw the same numbers from here on.
    public int[] position() {
        int[] position = Arrays.copyOf(state, STATE_SIZE + 4);
        long waiting = Double.doubleToRawLongBits(secondNormal);
        position[STATE_SIZE] = next;
        position[STATE_SIZE + 1] = isSecondNormalCached ? 1 : 0;
        position[STATE_SIZE + 2] = (int) (waiting >>> Integer.SIZE);
        position[STATE_SIZE + 3] = (int) waiting;
        return position;
    }

    /// The next draw of `count` standard normal values, as `torch.randn(count)` makes it; `count`
    /// may be 0.
    ///
    /// One draw of 32 is not two draws of 16 + 16 when a remainder or fewer than 16 values are
    /// involved.
    public float[] randn(int count) {
        var values = new float[count];
        fill(values);
        return values;
    }

    /// The next draw, written over the whole array; the same values as [#randn(int)] of that
    /// length.
    @Override
    public void fill(float[] into) {
        if (into.length < BLOCK) {
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) normal();
            }
            return;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = uniformFloat();
        }
        for (int start = 0; start + BLOCK <= into.length; start += BLOCK) {
            transformBlock(into, start);
        }
        if (into.length % BLOCK != 0) {
            redrawLastBlock(into);
        }
    }

    /// One value in double precision; Box-Muller yields two, and the second one waits for the next
    /// call.
    private double normal() {
        if (isSecondNormalCached) {
            isSecondNormalCached = false;
            return secondNormal;
        }
        double angle = 2 * Math.PI * uniformDouble();
        double radius = Math.sqrt(-2 * Math.log1p(-uniformDouble()));
        secondNormal = radius * Math.sin(angle);
        isSecondNormalCached = true;
        return radius * Math.cos(angle);
    }

    private static void transformBlock(float[] values, int start) {
        for (int i = start; i < start + HALF_BLOCK; i++) {
            float radius = (float) Math.sqrt(-2 * (float) Math.log(1 - values[i]));
            float angle = TWO_PI * values[i + HALF_BLOCK];
            values[i] = radius * (float) Math.cos(angle);
            values[i + HALF_BLOCK] = radius * (float) Math.sin(angle);
        }
    }

    private void redrawLastBlock(float[] values) {
        int start = values.length - BLOCK;
        for (int i = start; i < values.length; i++) {
            values[i] = uniformFloat();
        }
        transformBlock(values, start);
    }

    /// 24 random bits as a fraction in [0, 1).
    private float uniformFloat() {
        return (nextInt() & 0xff_ffff) * 0x1p-24f;
    }

    /// 53 random bits as a fraction in [0, 1); the first 32-bit number makes the upper half.
    private double uniformDouble() {
        long high = nextInt() & 0xffff_ffffL;
        long low = nextInt() & 0xffff_ffffL;
        return (((high << 32) | low) & ((1L << 53) - 1)) * 0x1p-53;
    }

    private int nextInt() {
        if (next == STATE_SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < STATE_SIZE; i++) {
            int y = (state[i] & 0x8000_0000) | (state[(i + 1) % STATE_SIZE] & 0x7fff_ffff);
            state[i] =
                    state[(i + SHIFT_SIZE) % STATE_SIZE]
                            ^ (y >>> 1)
                            ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }
}
