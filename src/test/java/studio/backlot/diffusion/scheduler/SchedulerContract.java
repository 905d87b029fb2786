package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;

/// What every [Scheduler] owes its callers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchedulerContract {
    /// diffusers' class name of the algorithm under test.
    abstract String name();

    /// What is set where a test says nothing of it.
    String settings() {
        return "{}";
    }

    /// The steps there are where so many are asked for.
    int stepsFor(int asked) {
        return asked;
    }

    /// What a step may draw from.
    NoiseSource noise() {
        return into -> {
            throw new AssertionError("this algorithm draws no noise");
        };
    }

    /// Keys that others have and this algorithm does not read.
    Set<String> unread() {
        return Set.of();
    }

    /// diffusers' default of the first β.
    String betaStart() {
        return "0.0001";
    }

    /// Draws that depend on nothing but their number.
    static NoiseSource drawing() {
        var random = new SplittableRandom(3);
        return into -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) random.nextGaussian();
            }
        };
    }

    Stream<GoldenRun> golden() {
        return GoldenRun.of(name());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyStepIsThatOfDiffusers(GoldenRun run) {
        run.assertSame();
    }

    @Test
    void timestepsFallAndMatchTheStepsAskedFor() {
        for (int steps : new int[] {1, 2, 61, 103, 497, 500}) {
            for (String spacing : new String[] {"trailing", "leading", "linspace"}) {
                float[] timesteps =
                        scheduler("{\"timestep_spacing\": \"" + spacing + "\"}", steps).timesteps();

                assertThat(timesteps).as(spacing + " " + steps).hasSize(stepsFor(steps));
                for (int i = 1; i < timesteps.length; i++) {
                    assertThat(timesteps[i])
                            .as(spacing + " " + steps)
                            .isLessThanOrEqualTo(timesteps[i - 1]);
                }
                assertThat(timesteps[timesteps.length - 1])
                        .as(spacing + " " + steps)
                        .isNotNegative();
            }
        }
    }

    @Test
    void anArrayHandedOutIsACopy() {
        Scheduler scheduler = scheduler("{}", 4);
        scheduler.timesteps()[0] = -1;

        assertThat(scheduler.timesteps()[0]).isNotEqualTo(-1);
    }

    @Test
    void aStepLeavesTheModelOutputAsItIs() {
        float[] output = {0.1f, -0.2f, 0.3f};
        scheduler("{}", 4).step(output, 0, new float[] {1, 2, 3}, noise());

        assertThat(output).containsExactly(0.1f, -0.2f, 0.3f);
    }

    @Test
    void inputIsScaledInPlaceOrIntoALongerArray() {
        Scheduler scheduler = scheduler("{}", 4);
        float[] sample = {1, 2, 3};
        var into = new float[6];
        scheduler.scaleInput(sample, 1, into);
        scheduler.scaleInput(sample, 1, sample);

        assertThat(java.util.Arrays.copyOf(into, 3)).containsExactly(sample);
    }

    @Test
    void stepsAllocateNextToNothing() throws ReflectiveOperationException {
        Scheduler scheduler = scheduler("{\"thresholding\": true}", 40);
        var sample = new float[65_536];
        var output = new float[65_536];
        for (int step = 0; step < 5; step++) {
            scheduler.step(output, step, sample, noise());
        }
        long before = allocatedBytes();
        for (int step = 5; step < 25; step++) {
            scheduler.step(output, step, sample, noise());
        }

        assertThat((allocatedBytes() - before) / 20).isLessThan(8_192);
    }

    /// Asks the management bean by reflection, for the program itself does not read that module.
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads =
                Class.forName("java.lang.management.ManagementFactory")
                        .getMethod("getThreadMXBean")
                        .invoke(null);
        return (long)
                Class.forName("com.sun.management.ThreadMXBean")
                        .getMethod("getCurrentThreadAllocatedBytes")
                        .invoke(threads);
    }

    @Test
    void outputAndSampleMustFit() {
        assertThatThrownBy(() -> scheduler("{}", 4).step(new float[3], 0, new float[4], noise()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values")
                .hasMessageContaining("4");
    }

    @Test
    void theResolvedConfigurationNamesDefaultsAndGoesIntoALedger() {
        JsonObject resolved =
                scheduler("{\"_class_name\": \"X\", \"foreign\": 0.5, \"beta_end\": 0.012}", 4)
                        .resolvedConfig();

        assertThat(resolved.text("beta_start")).contains(betaStart());
        assertThat(resolved.text("beta_end")).contains("0.012");
        assertThat(resolved.number("num_train_timesteps").orElseThrow().asLong()).isEqualTo(1000);
        assertThat(resolved.text("prediction_type")).contains("epsilon");
        assertThat(resolved.members())
                .doesNotContainKeys("_class_name", "foreign", "trained_betas");
        assertThat(CanonicalJson.text(resolved))
                .doesNotContain("null")
                .doesNotContainPattern("[0-9]\\.[0-9]+[,}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"beta_schedule\": \"steep\"}",
                "{\"beta_start\": \"small\"}",
                "{\"beta_end\": null}",
                "{\"beta_end\": 1e999}",
                "{\"num_train_timesteps\": 0}",
                "{\"num_train_timesteps\": 1000.5}",
                "{\"num_train_timesteps\": \"1000\"}",
                "{\"prediction_type\": \"flow_prediction\"}",
                "{\"prediction_type\": 1}",
                "{\"timestep_spacing\": \"even\"}",
                "{\"steps_offset\": -1}",
                "{\"rescale_betas_zero_snr\": \"yes\"}",
                "{\"trained_betas\": [0.1, 0.2]}",
                "{\"trained_betas\": [\"a\"]}",
                "{\"trained_betas\": {}}"
            })
    void whatCannotBeHonouredIsRefusedByKeyAndValue(String config) {
        JsonObject given = json(config);
        String key = given.members().keySet().iterator().next();
        if (unread().contains(key)) {
            assertThat(scheduler(config, 4).resolvedConfig().members())
                    .doesNotContainEntry(key, given.get(key).orElseThrow());
            return;
        }

        assertThatThrownBy(() -> scheduler(config, key.equals("num_train_timesteps") ? 1 : 4))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContaining(
                        key.equals("num_train_timesteps") && config.contains(": 0}")
                                ? "steps"
                                : key);
    }

    @Test
    void moreStepsThanTrainingTimestepsAreRefused() {
        assertThatThrownBy(() -> scheduler("{\"num_train_timesteps\": 50}", 51))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContaining("51")
                .hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> scheduler("{}", 0)).isInstanceOf(SchedulerConfigRefused.class);
    }

    @Test
    void aRunThatIsTakenUpGoesOnToTheSameSample() {
        Scheduler whole = scheduler("{}", 9);
        int steps = whole.timesteps().length;
        float[] expected = {1, -2, 3, 0.5f};
        var samples = new float[steps][];
        List<List<float[]>> histories = new ArrayList<>();
        NoiseSource drawn = noise();
        for (int step = 0; step < steps; step++) {
            samples[step] = expected.clone();
            histories.add(whole.history());
            GoldenRun.step(whole, step, expected, drawn);
        }
        for (int from = 0; from < steps; from++) {
            Scheduler resumed = scheduler("{}", 9);
            resumed.resume(from, from, histories.get(from));
            float[] sample = samples[from].clone();
            NoiseSource again = noise();
            for (int step = 0; step < from && draws(step, steps); step++) {
                again.fill(new float[sample.length]);
            }
            for (int step = from; step < steps; step++) {
                GoldenRun.step(resumed, step, sample, again);
            }

            assertThat(sample).as("from step " + from).containsExactly(expected);
        }
    }

    /// Whether noise is drawn in a step.
    boolean draws(int step, int steps) {
        return false;
    }

    @Test
    void aHistoryOfAnotherLengthIsRefused() {
        assertThatThrownBy(() ->
                        scheduler("{}", 9)
                                .resume(
                                        3,
                                        3,
                                        List.of(
                                                new float[1],
                                                new float[1],
                                                new float[1],
                                                new float[1],
                                                new float[1],
                                                new float[1],
                                                new float[1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(name(), "step 3", "7");
    }

    Scheduler scheduler(String config, int steps) {
        Map<String, JsonValue> members = new LinkedHashMap<>(json(settings()).members());
        members.putAll(json(config).members());
        return Schedulers.of(name(), new JsonObject(members), steps);
    }

    void assertRefused(String config, String... words) {
        assertThatThrownBy(() -> scheduler(config, 8))
                .isInstanceOf(SchedulerConfigRefused.class)
                .hasMessageContainingAll(words);
    }

    static JsonObject json(String text) {
        return (JsonObject) JsonReader.parse(text);
    }
}
