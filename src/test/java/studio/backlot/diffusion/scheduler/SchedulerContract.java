package studio.backlot.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;

/// What every [Scheduler] owes its callers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchedulerContract {
    private static final NoiseSource NO_NOISE =
            into -> {
                throw new AssertionError("this algorithm draws no noise");
            };

    /// diffusers' class name of the algorithm under test.
    abstract String name();

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

                assertThat(timesteps).as(spacing + " " + steps).hasSize(steps);
                for (int i = 1; i < steps; i++) {
                    assertThat(timesteps[i])
                            .as(spacing + " " + steps)
                            .isLessThanOrEqualTo(timesteps[i - 1]);
                }
                assertThat(timesteps[steps - 1]).as(spacing + " " + steps).isNotNegative();
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
        scheduler("{}", 4).step(output, 0, new float[] {1, 2, 3}, NO_NOISE);

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
            scheduler.step(output, step, sample, NO_NOISE);
        }
        long before = allocatedBytes();
        for (int step = 5; step < 25; step++) {
            scheduler.step(output, step, sample, NO_NOISE);
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
        assertThatThrownBy(() -> scheduler("{}", 4).step(new float[3], 0, new float[4], NO_NOISE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values")
                .hasMessageContaining("4");
    }

    @Test
    void theResolvedConfigurationNamesDefaultsAndGoesIntoALedger() {
        JsonObject resolved =
                scheduler("{\"_class_name\": \"X\", \"foreign\": 0.5, \"beta_end\": 0.012}", 4)
                        .resolvedConfig();

        assertThat(resolved.text("beta_start")).contains("0.0001");
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
                "{\"beta_schedule\": \"sigmoid\"}",
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

        assertThatThrownBy(() ->
                        Schedulers.of(name(), given, key.equals("num_train_timesteps") ? 1 : 4))
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

    Scheduler scheduler(String config, int steps) {
        return Schedulers.of(name(), json(config), steps);
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
