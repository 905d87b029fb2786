package studio.backlot.production.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ChildJvm;
import studio.backlot.production.ProductionBusy;
import studio.backlot.production.ProductionLayout;
import studio.backlot.production.Writer;

class ProductionLockTest {
    private static final Writer JO =
            new Writer("Jo", "stage-4", 77, Instant.parse("2026-03-01T10:00:00Z"));

    @TempDir private Path disk;

    private ProductionLayout layout = new ProductionLayout(Path.of(""));

    @BeforeEach
    void layOut() {
        layout = new ProductionLayout(disk);
    }

    @Test
    void theSecondWriterInThisProcessIsToldWhoHoldsIt() {
        try (var held = acquire()) {
            assertThatThrownBy(this::acquire)
                    .isInstanceOf(ProductionBusy.class)
                    .hasMessageContaining(disk.toString())
                    .hasMessageContaining(
                            "by Jo on stage-4 (process 77, since 2026-03-01T10:00:00Z)")
                    .hasMessageContaining("open it read-only");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void anotherPathToTheSameFolderIsTheSameProduction() throws IOException {
        Path link = Files.createSymbolicLink(disk.resolve("link"), disk);
        try (var held = acquire()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> ProductionLock.acquire(new ProductionLayout(link), JO))
                    .isInstanceOf(ProductionBusy.class);
        }
    }

    @Test
    void aRefusedSecondOpeningHereDoesNotFreeTheLockForAnotherProcess() throws Exception {
        try (var held = acquire()) {
            assertThatThrownBy(this::acquire).isInstanceOf(ProductionBusy.class);

            ChildJvm.Outcome child = ChildJvm.of(HoldLock.class, disk).run();

            assertThat(child.output()).contains("busy: ").contains("by Jo on stage-4 (process 77");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void aClosedLockIsFreeAndNamesNobody() throws IOException {
        var first = acquire();
        first.close();
        first.close();

        assertThat(Files.size(layout.lock())).isZero();
        assertThatCode(() -> acquire().close()).doesNotThrowAnyException();
    }

    @Test
    void anotherProcessIsNamedAndAKilledOneLeavesNothingInTheWay() throws Exception {
        Process child = ChildJvm.of(HoldLock.class, disk).start();
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("held ProductionLock");
            assertThatThrownBy(this::acquire)
                    .isInstanceOf(ProductionBusy.class)
                    .hasMessageContaining("by Mia on cutting-room (process " + child.pid());
        } finally {
            child.destroyForcibly().waitFor();
        }

        assertThat(layout.lock()).isNotEmptyFile();
        try (var lock = acquire()) {
            assertThat(lock).isNotNull();
            assertThat(Writer.parse(Files.readAllBytes(layout.lock()))).contains(JO);
        }
    }

    @Test
    void ofManyThreadsExactlyOneHolds() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        List<ProductionLock> held = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 16; i++) {
            attempts.add(() -> {
                try {
                    return held.add(acquire());
                } catch (ProductionBusy e) {
                    return false;
                }
            });
        }
        int holders = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                holders += attempt.get() ? 1 : 0;
            }
        }

        assertThat(holders).isEqualTo(1);
        held.forEach(ProductionLock::close);
    }

    @Test
    void aLineThatIsGarbledOrNotThereYetIsStillAHeldLock() {
        assertThat(Writer.parse(new byte[0])).isEmpty();
        assertThat(Writer.parse(new byte[] {'{', 0, 1})).isEmpty();
        assertThat(new ProductionBusy(disk, Writer.parse(new byte[0])))
                .hasMessageContaining("open for writing in another program");
    }

    private ProductionLock acquire() {
        return ProductionLock.acquire(layout, JO);
    }
}
