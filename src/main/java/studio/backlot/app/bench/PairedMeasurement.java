package studio.backlot.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// How long one work takes relative to another, from runs in turn A B A B …, so that a drift of the
/// machine's speed touches both alike: the median of the ratios A/B and its 90 % bootstrap
/// interval.
public record PairedMeasurement(List<Double> secondsA, List<Double> secondsB) {
    private static final int RESAMPLES = 10_000;
    private static final int WARM_UPS = 2;

    public PairedMeasurement {
        if (secondsA.isEmpty() || secondsA.size() != secondsB.size()) {
            throw new IllegalArgumentException(
                    secondsA.size() + " runs of A and " + secondsB.size() + " of B are no pairs");
        }
        secondsA = List.copyOf(secondsA);
        secondsB = List.copyOf(secondsB);
    }

    /// Work whose wall time is taken; it answers how many seconds of it count.
    @FunctionalInterface
    public interface TimedWork {
        double seconds() throws Exception;
    }

    /// Runs each work twice unmeasured, then `pairs` times in turn.
    public static PairedMeasurement run(int pairs, TimedWork a, TimedWork b) throws Exception {
        List<Double> secondsA = new ArrayList<>();
        List<Double> secondsB = new ArrayList<>();
        for (int i = -WARM_UPS; i < pairs; i++) {
            double nowA = a.seconds();
            double nowB = b.seconds();
            if (i >= 0) {
                secondsA.add(nowA);
                secondsB.add(nowB);
            }
        }
        return new PairedMeasurement(secondsA, secondsB);
    }

    /// The median of the ratios A/B.
    public double medianRatio() {
        return median(ratios());
    }

    /// The ends of the 90 % bootstrap interval of the median ratio (percentile method, fixed seed).
    public Interval interval() {
        double[] ratios = ratios();
        double[] medians = new double[RESAMPLES];
        var random = new SplittableRandom(1);
        double[] sample = new double[ratios.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < sample.length; k++) {
                sample[k] = ratios[random.nextInt(ratios.length)];
            }
            medians[i] = median(sample);
        }
        Arrays.sort(medians);
        return new Interval(medians[RESAMPLES / 20], medians[RESAMPLES - 1 - RESAMPLES / 20]);
    }

    private double[] ratios() {
        double[] ratios = new double[secondsA.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = secondsA.get(i) / secondsB.get(i);
        }
        return ratios;
    }

    /// The middle value, or the mean of the two middle ones.
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The figures as `bench --json` prints them.
    public JsonObject toJson() {
        Interval interval = interval();
        return new JsonBuilder()
                .put("pairs", secondsA.size())
                .put("ratio", JsonNumber.of(medianRatio()))
                .put("ratioLow", JsonNumber.of(interval.low()))
                .put("ratioHigh", JsonNumber.of(interval.high()))
                .put("secondsA", secondsA.stream().map(JsonNumber::of).toList())
                .put("secondsB", secondsB.stream().map(JsonNumber::of).toList())
                .build();
    }

    /// An interval of ratios.
    public record Interval(double low, double high) {}
}
