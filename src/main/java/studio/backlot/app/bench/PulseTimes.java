package studio.backlot.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// What each of a number of pulses costs the window's thread.
///
/// `work` is the processor time of that thread from one pulse to the next, `layout` the wall time
/// from the beginning of a pulse to the end of its layout, `between` the wall time from one pulse
/// to the next. For the window's thread.
final class PulseTimes extends AnimationTimer {
    private static final double MILLION = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final IntConsumer step;
    private final Consumer<PulseTimes> done;
    private final double[] work;
    private final double[] layout;
    private final double[] between;
    private int pulse;
    private long began;
    private long spent;
    private Runnable ending = () -> {};

    /// After `settling` pulses in which nothing is done, `step` is called at the beginning of each
    /// of `pulses` pulses with its number.
    PulseTimes(int settling, int pulses, IntConsumer step, Consumer<PulseTimes> done) {
        this.step = step;
        this.done = done;
        this.pulse = -settling;
        work = new double[pulses];
        layout = new double[pulses];
        between = new double[pulses];
    }

    /// Begins with the next pulse.
    void start(Scene scene) {
        Runnable laidOut = this::laidOut;
        ending = () -> scene.removePostLayoutPulseListener(laidOut);
        scene.addPostLayoutPulseListener(laidOut);
        start();
    }

    private void laidOut() {
        if (pulse > 0 && pulse <= layout.length) {
            layout[pulse - 1] = (System.nanoTime() - began) / MILLION;
        }
    }

    @Override
    public void handle(long now) {
        long nanos = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        if (pulse > 0) {
            work[pulse - 1] = (cpu - spent) / MILLION;
            between[pulse - 1] = (nanos - began) / MILLION;
        }
        if (pulse == work.length) {
            stop();
            ending.run();
            done.accept(this);
            return;
        }
        began = nanos;
        spent = cpu;
        if (pulse >= 0) {
            step.accept(pulse);
        }
        pulse++;
    }

    /// The figures in milliseconds.
    JsonObject toJson() {
        return new JsonBuilder()
                .put("pulses", work.length)
                .put("workMs", figures(work))
                .put("layoutMs", figures(layout))
                .put("betweenMs", figures(between))
                .build();
    }

    private static JsonObject figures(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new JsonBuilder()
                .put("p50", JsonNumber.of(sorted[sorted.length / 2]))
                .put("p99", JsonNumber.of(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]))
                .put("max", JsonNumber.of(sorted[sorted.length - 1]))
                .build();
    }
}
