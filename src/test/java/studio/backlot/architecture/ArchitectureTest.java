package studio.backlot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The program keeps to its architecture. That each rule bites is shown by [PlantedViolationsTest].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    /// Raised as the program grows, so that an import that sees nothing cannot pass.
    private static final int FLOOR = 60;

    private final ArchitectureRules rules = new ArchitectureRules("studio.backlot", "");
    private final JavaClasses program =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void theImportSawTheProgram() {
        assertThat(program.size()).isGreaterThan(FLOOR);
    }

    @Test
    void everyRoomIsPlanned() {
        check(rules.everyRoomIsPlanned());
    }

    @Test
    void roomsKnowOnlyWhatTheArrowsAllow() {
        check(rules.roomsKnowOnlyWhatTheArrowsAllow());
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(rules.packagesAreFreeOfCycles());
    }

    @Test
    void eachLibraryHasOneDoor() {
        check(rules.eachLibraryHasOneDoor());
    }

    @Test
    void onlyFxThreadCallsRunLater() {
        check(rules.onlyFxThreadCallsRunLater());
    }

    @Test
    void onlyWorkflowsWriteTheLedger() {
        check(rules.onlyWorkflowsWriteTheLedger());
    }

    @Test
    void viewModelsKnowNoNodes() {
        check(rules.viewModelsKnowNoNodes());
    }

    @Test
    void onlyJobsAndTheLedgersWriterMakeThreads() {
        check(rules.onlyJobsAndTheLedgersWriterMakeThreads());
    }

    @Test
    void socketsAreOpenedInNetOnly() {
        check(rules.socketsAreOpenedInNetOnly());
    }

    @Test
    void filesAreWrittenByAdaptersAndAssetOnly() {
        check(rules.filesAreWrittenByAdaptersAndAssetOnly());
    }

    @Test
    void encodersTakeAnEntryNeverAPlate() {
        check(rules.encodersTakeAnEntryNeverAPlate());
    }

    @Test
    void timeAndChanceComeIn() {
        check(rules.timeAndChanceComeIn());
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(rules.standardStreamsBelongToTheCommandLine());
    }

    @Test
    void nothingIsRememberedInStaticFields() {
        check(rules.nothingIsRememberedInStaticFields());
    }

    @Test
    void namesSayWhatAThingIs() {
        check(rules.namesSayWhatAThingIs());
    }

    @Test
    void codeUnitsTakeFiveParametersAtMost() {
        check(rules.codeUnitsTakeFiveParametersAtMost());
    }

    private void check(ArchRule rule) {
        rule.check(program);
    }
}
