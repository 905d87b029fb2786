package studio.backlot.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.backlot.raster.Rectangle;

class FramePlanTest {
    private static final PackLimits BACKDROP = new PackLimits(new PixelSize(320, 192), 32);
    private static final PackLimits SD15 = new PackLimits(new PixelSize(512, 512), 64);

    private static FramePlan deliver(String frame, double overscan, PackLimits limits) {
        return FramePlan.of(new Sizing.Delivery(Frame.of(frame), overscan), limits);
    }

    @Test
    void theNamedFramesAreThoseOfDelivery() {
        assertThat(Frame.of("hd").size()).isEqualTo(new PixelSize(1920, 1080));
        assertThat(Frame.of("flat").size()).isEqualTo(new PixelSize(1998, 1080));
        assertThat(Frame.of("SCOPE").size()).isEqualTo(new PixelSize(2048, 858));
        assertThat(Frame.of("uhd").size()).isEqualTo(new PixelSize(3840, 2160));
        assertThat(Frame.of("scope4k").size()).isEqualTo(new PixelSize(4096, 1716));
        assertThat(Frame.of("1280x720").size()).isEqualTo(new PixelSize(1280, 720));
        assertThatThrownBy(() -> Frame.of("imax"))
                .hasMessageContaining("\"imax\" is no frame")
                .hasMessageContaining("hd, flat");
    }

    @Test
    void aFrameIsTheMiddleOfTheNearestLargerPicture() {
        FramePlan plan = deliver("hd", 0, BACKDROP);
        assertThat(plan.render()).isEqualTo(new PixelSize(480, 288));
        assertThat(plan.enlargement()).isEqualTo(4);
        assertThat(plan.picture()).isEqualTo(new PixelSize(1920, 1152));
        assertThat(plan.overscan()).isEqualTo(new Rectangle(0, 36, 1920, 1080));
        assertThat(plan.frame()).isEqualTo(new Rectangle(0, 0, 1920, 1080));
        assertThat(plan.frameName()).contains("hd");
    }

    @Test
    void everyNamedFrameIsPlannedForASmallAndALargePack() {
        for (PackLimits limits : new PackLimits[] {BACKDROP, SD15}) {
            for (Frame frame : Frame.NAMED) {
                for (double overscan : new double[] {0, 2.5, 10}) {
                    FramePlan plan = FramePlan.of(new Sizing.Delivery(frame, overscan), limits);
                    assertThat(plan.frame().width()).isEqualTo(frame.size().width());
                    assertThat(plan.frame().height()).isEqualTo(frame.size().height());
                    assertThat(plan.render().width() % limits.step()).isZero();
                    assertThat(plan.render().height() % limits.step()).isZero();
                    assertThat(plan.render().area())
                            .isLessThanOrEqualTo(4 * limits.ownSize().area());
                    int left = plan.frame().x();
                    assertThat(plan.overscan().width()).isEqualTo(plan.frame().width() + 2 * left);
                    assertThat((double) plan.overscan().width())
                            .isGreaterThanOrEqualTo(frame.size().width() * (1 + overscan / 100));
                    assertThat(
                                    plan.overscan()
                                            .fitsIn(
                                                    plan.picture().width(),
                                                    plan.picture().height()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aFrameBeyondOnePassTakesTwo() {
        FramePlan plan = deliver("uhd", 0, BACKDROP);
        assertThat(plan.enlargement()).isEqualTo(16);
        assertThat(plan.render()).isEqualTo(new PixelSize(256, 160));
        assertThat(deliver("uhd", 0, SD15).enlargement()).isEqualTo(4);
    }

    @Test
    void aSmallFrameNeedsNoUpscaler() {
        FramePlan plan = deliver("300x180", 0, BACKDROP);
        assertThat(plan.isEnlarged()).isFalse();
        assertThat(plan.render()).isEqualTo(new PixelSize(320, 192));
        assertThat(plan.overscan()).isEqualTo(new Rectangle(10, 6, 300, 180));
    }

    @Test
    void anOverscanIsTheSameOnBothSides() {
        FramePlan plan = deliver("scope", 5, BACKDROP);
        assertThat(plan.overscan().width()).isEqualTo(2048 + 2 * 52);
        assertThat(plan.overscan().height()).isEqualTo(858 + 2 * 22);
        assertThat(plan.frame()).isEqualTo(new Rectangle(52, 22, 2048, 858));
        assertThatThrownBy(() -> new Sizing.Delivery(Frame.of("hd"), Double.NaN))
                .hasMessageContaining("overscan of NaN percent");
        assertThatThrownBy(() -> new Sizing.Delivery(Frame.of("hd"), 51))
                .hasMessageContaining("0 to 50");
    }

    @Test
    void twiceIsFourTimesHalved() {
        FramePlan plan = FramePlan.of(new Sizing.OwnSize(2), BACKDROP);
        assertThat(plan.enlargement()).isEqualTo(4);
        assertThat(plan.reduction()).isEqualTo(2);
        assertThat(plan.picture()).isEqualTo(new PixelSize(640, 384));
        assertThatThrownBy(() -> new Sizing.OwnSize(3)).hasMessageContaining("not 3 times");
    }

    @Test
    void aSizeThePackCannotMakeNamesTheNearest() {
        assertThatThrownBy(() ->
                        FramePlan.of(new Sizing.RenderSize(new PixelSize(300, 200), 1), BACKDROP))
                .isInstanceOf(SizeUnsupported.class)
                .hasMessageContaining("cannot make 300×200")
                .hasMessageContaining("288×192 and 320×224");
        assertThatThrownBy(
                        () -> FramePlan.of(new Sizing.RenderSize(new PixelSize(8, 8), 1), BACKDROP))
                .hasMessageContaining("32×32");
        assertThatThrownBy(() ->
                        FramePlan.of(new Sizing.RenderSize(new PixelSize(3200, 1920), 1), BACKDROP))
                .isInstanceOf(SizeUnsupported.class)
                .hasMessageContaining("the nearest size is 1280×768");
        assertThatThrownBy(() -> deliver("20000x20000", 0, BACKDROP))
                .isInstanceOf(SizeUnsupported.class)
                .hasMessageContaining("cannot fill a frame of 20000×20000");
    }

    @Test
    void aPlanWhoseRectanglesDoNotFitIsRefused() {
        FramePlan plan = deliver("hd", 0, BACKDROP);
        assertThatThrownBy(() ->
                        new FramePlan(
                                plan.render(),
                                4,
                                1,
                                plan.picture(),
                                new Rectangle(0, 100, 1920, 1080),
                                plan.frame(),
                                plan.frameName()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new FramePlan(
                                plan.render(),
                                16,
                                1,
                                plan.picture(),
                                plan.overscan(),
                                plan.frame(),
                                plan.frameName()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sizesAreReadInWords() {
        assertThat(PixelSize.parse("320x192")).isEqualTo(new PixelSize(320, 192));
        for (String wrong :
                new String[] {"", "320", "x", "-1x5", "0x5", "320X192", "99999x1", "320x192 "}) {
            assertThatThrownBy(() -> PixelSize.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
