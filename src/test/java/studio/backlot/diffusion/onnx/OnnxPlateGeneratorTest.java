package studio.backlot.diffusion.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.diffusion.Frame;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.SizeUnsupported;
import studio.backlot.diffusion.Sizing;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.raster.Rectangle;

class OnnxPlateGeneratorTest {
    private static final PlateRequest REQUEST =
            PlateRequest.of("a village in the hills")
                    .withInferenceSteps(2)
                    .withScheduler(SchedulerChoice.named("euler"));

    private static GeneratedPlate generate(OnnxPlateGenerator generator, PlateRequest request) {
        return generator.generate(request, Progress.NONE, new Cancellation());
    }

    @Test
    void factorsAndSizesAreReadFromThePack() {
        try (var tiny = TestPacks.open(TestPacks.TINY);
                var backdrop = TestPacks.open(TestPacks.BACKDROP)) {
            assertThat(tiny.limits().ownSize()).isEqualTo(new PixelSize(64, 64));
            assertThat(tiny.limits().step()).isEqualTo(16);
            assertThat(backdrop.limits().ownSize()).isEqualTo(new PixelSize(320, 192));
            assertThat(backdrop.limits().step()).isEqualTo(32);
        }
    }

    @Test
    void aFrameIsCutFromTheEnlargedPicture() {
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            GeneratedPlate made =
                    generate(
                            generator,
                            REQUEST.withSizing(new Sizing.Delivery(Frame.of("200x100"), 4)));
            assertThat(made.recipe().frame().render()).isEqualTo(new PixelSize(64, 32));
            assertThat(made.plate().width()).isEqualTo(208);
            assertThat(made.plate().height()).isEqualTo(104);
            assertThat(made.recipe().frame().frame()).isEqualTo(new Rectangle(4, 2, 200, 100));
            assertThat(made.framed().width()).isEqualTo(200);
            assertThat(made.recipe().enlarging())
                    .get()
                    .satisfies(enlarging -> {
                        assertThat(enlarging.pack()).isEqualTo("realesrgan-animevideo-x4");
                        assertThat(enlarging.passes()).isEqualTo(1);
                    });
            assertThat(made.recipe().packs()).hasSize(2);
        }
    }

    @Test
    void twiceIsFourTimesHalved() {
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            GeneratedPlate four = generate(generator, REQUEST.withSizing(new Sizing.OwnSize(4)));
            GeneratedPlate two = generate(generator, REQUEST.withSizing(new Sizing.OwnSize(2)));
            assertThat(four.plate().width()).isEqualTo(256);
            assertThat(two.plate()).isEqualTo(four.plate().halved());
        }
    }

    @Test
    void onlyFilesThatWereLoadedAreInTheRecipe() {
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            GeneratedPlate made = generate(generator, REQUEST);
            assertThat(made.recipe().packs())
                    .singleElement()
                    .satisfies(pack -> {
                        assertThat(pack.id()).isEqualTo("tiny-sd15");
                        assertThat(pack.files().stream().map(file -> file.path()))
                                .contains(
                                        "model_index.json",
                                        "unet/model.onnx",
                                        "tokenizer/vocab.json")
                                .noneMatch(path -> path.startsWith("vae_encoder"));
                    });
            assertThat(made.recipe().computing().library()).startsWith("onnxruntime 1.");
            assertThat(made.recipe().computing().precision()).isEqualTo("float");
        }
    }

    @Test
    void whatARecipeRecordsMakesTheSamePlateAgain() {
        PlateRequest request =
                REQUEST.withNegativePrompt("fog")
                        .withSeed(4294967301L)
                        .withGuidanceScale(2.5)
                        .withSizing(new Sizing.Delivery(Frame.of("100x50"), 4));
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            for (String name : Schedulers.shortNames()) {
                GeneratedPlate first =
                        generate(generator, request.withScheduler(SchedulerChoice.named(name)));
                UsedRecipe used = first.recipe();
                JsonObject kept =
                        JsonReader.parseObject(CanonicalJson.bytes(used.sampling().config()));

                GeneratedPlate second =
                        generate(
                                generator,
                                request.withScheduler(
                                                SchedulerChoice.ofRecorded(
                                                        used.sampling().scheduler(), kept))
                                        .withSizing(new Sizing.Planned(used.frame())));

                assertThat(second.plate().pixelHash()).isEqualTo(first.plate().pixelHash());
                assertThat(second.recipe().frame()).isEqualTo(used.frame());
                assertThat(second.recipe().sampling().config()).isEqualTo(used.sampling().config());
            }
        }
    }

    @Test
    void thePackIsLoadedWithHelpFromAnExecutor() {
        var bytes = new ArrayList<Long>();
        var totals = new HashSet<Long>();
        try (var threads = Executors.newFixedThreadPool(2);
                var generator =
                        OnnxPlateGenerator.open(
                                TestPacks.folder(TestPacks.TINY),
                                Optional.empty(),
                                threads,
                                (stage, done, total) -> {
                                    bytes.add(done);
                                    totals.add(total);
                                })) {
            assertThat(generate(generator, REQUEST).plate().width()).isEqualTo(64);
        }
        assertThat(totals).hasSize(1);
        assertThat(bytes)
                .isSorted()
                .startsWith(0L)
                .endsWith(totals.iterator().next())
                .hasSizeGreaterThan(3);
    }

    @Test
    void anExecutorThatNeverComesToItHoldsNothingUp() {
        try (var generator =
                OnnxPlateGenerator.open(
                        TestPacks.folder(TestPacks.TINY),
                        Optional.empty(),
                        task -> {},
                        Progress.NONE)) {
            assertThat(generate(generator, REQUEST).plate().width()).isEqualTo(64);
        }
    }

    @Test
    void aSizeThatNeedsAnUpscalerIsRefusedWhenThereIsNone() {
        try (var generator =
                OnnxPlateGenerator.open(
                        TestPacks.folder(TestPacks.TINY),
                        Optional.empty(),
                        Runnable::run,
                        Progress.NONE)) {
            assertThatThrownBy(() -> generate(generator, REQUEST.withSizing(new Sizing.OwnSize(4))))
                    .isInstanceOf(SizeUnsupported.class)
                    .hasMessageContaining("needs an upscaler and none is installed");
        }
    }

    @Test
    void aSizeThatThePackCannotMakeNamesTheNearest() {
        try (var generator = TestPacks.open(TestPacks.TINY)) {
            assertThatThrownBy(() ->
                            generate(
                                    generator,
                                    REQUEST.withSizing(
                                            new Sizing.RenderSize(new PixelSize(70, 70), 1))))
                    .isInstanceOf(SizeUnsupported.class)
                    .hasMessageContaining("64×64 and 80×80");
        }
    }

    @Test
    void anyPromptMakesAPicture() {
        try (var generator = TestPacks.open(TestPacks.TINY);
                var backdrop = TestPacks.open(TestPacks.BACKDROP)) {
            for (String prompt :
                    new String[] {
                        "",
                        "mountains ".repeat(1_000),
                        "🏔️🌅 夕焼け",
                        "\u202eغروب الشمس",
                        "tab\tline\nnul\u0000bell\u0007",
                        "<|endoftext|> [SEP]"
                    }) {
                PlateRequest request = REQUEST.withInferenceSteps(1);
                assertThat(generate(generator, withPrompt(request, prompt)).recipe().prompt())
                        .hasSize(77);
                assertThat(
                                generate(
                                                backdrop,
                                                withPrompt(request, prompt)
                                                        .withSizing(
                                                                new Sizing.RenderSize(
                                                                        new PixelSize(64, 64), 1)))
                                        .recipe()
                                        .prompt())
                        .hasSize(64);
            }
        }
    }

    private static PlateRequest withPrompt(PlateRequest request, String prompt) {
        return new PlateRequest(
                prompt,
                request.negativePrompt(),
                request.inferenceSteps(),
                request.guidanceScale(),
                request.seed(),
                request.scheduler(),
                request.sizing());
    }

    @Test
    void cancellingInTheMiddleOfAStepEndsTheRunAndLeavesTheGeneratorUsable()
            throws InterruptedException {
        try (var generator = TestPacks.open(TestPacks.BACKDROP)) {
            var cancellation = new Cancellation();
            var stepped = new CountDownLatch(1);
            var steps = new ArrayList<Integer>();
            var thrown = new AtomicReference<RuntimeException>();
            PlateRequest large =
                    PlateRequest.of("hills")
                            .withInferenceSteps(200)
                            .withSizing(new Sizing.RenderSize(new PixelSize(640, 384), 1));
            var worker =
                    new Thread(() -> {
                        try {
                            generator.generate(
                                    large,
                                    (step, timestep, latents) -> {
                                        steps.add(step);
                                        stepped.countDown();
                                    },
                                    Progress.NONE,
                                    cancellation);
                        } catch (RuntimeException e) {
                            thrown.set(e);
                        }
                    });
            worker.start();
            stepped.await();
            while (Arrays.stream(worker.getStackTrace())
                    .noneMatch(frame ->
                            frame.isNativeMethod()
                                    && frame.getClassName().contains("OrtSession"))) {
                assertThat(worker.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            cancellation.cancel();
            worker.join();
            assertThat(thrown.get()).isInstanceOf(Cancelled.class);
            assertThat(steps.size()).isLessThan(200);
            assertThat(
                            generate(generator, PlateRequest.of("hills").withInferenceSteps(1))
                                    .plate()
                                    .width())
                    .isEqualTo(320);
        }
    }
}
