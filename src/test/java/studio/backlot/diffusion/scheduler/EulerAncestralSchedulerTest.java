package studio.backlot.diffusion.scheduler;

import org.junit.jupiter.api.Test;

class EulerAncestralSchedulerTest extends SchedulerContract {
    @Override
    String name() {
        return "EulerAncestralDiscreteScheduler";
    }

    @Override
    NoiseSource noise() {
        return drawing();
    }

    @Override
    boolean draws(int step, int steps) {
        return true;
    }

    @Test
    void aDenoiserThatPredictsTheSampleIsRefused() {
        assertRefused("{\"prediction_type\": \"sample\"}", "prediction_type", "epsilon");
    }
}
