package studio.backlot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Each rule of [ArchitectureRules] names the guilty among the planted classes, and no innocent
/// one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedViolationsTest {
    private static final String PLANTED = "studio.backlot.architecture.planted";
    private static final Pattern CULPRIT =
            Pattern.compile(Pattern.quote(PLANTED) + "\\.([a-z.]+\\.[A-Z]\\w*)");

    private final ArchitectureRules rules =
            new ArchitectureRules(PLANTED, "studio.backlot.architecture.library.");
    private final JavaClasses planted =
            new ClassFileImporter()
                    .importPath(Path.of("target/test-classes", PLANTED.split("\\.")));

    @Test
    void aPackageOutsideThePlanIsNamed() {
        assertThat(culprits(rules.everyRoomIsPlanned())).containsExactly("lobby.Stray");
    }

    @Test
    void aDependencyWithoutAnArrowIsNamed() {
        assertThat(culprits(rules.roomsKnowOnlyWhatTheArrowsAllow()))
                .containsExactly(
                        "base.KnowsAFeature",
                        "cli.KnowsTheApp",
                        "credential.EncodesAPlate",
                        "raster.KnowsTheLedger",
                        "workflow.KnowsAnAdapter");
    }

    @Test
    void aCycleIsNamed() {
        assertThat(violations(rules.packagesAreFreeOfCycles()))
                .singleElement()
                .asString()
                .contains("tokenize", "tokenize.inner");
    }

    @Test
    void aLibraryOutsideItsDoorIsNamed() {
        assertThat(culprits(rules.eachLibraryHasOneDoor()))
                .containsExactly(
                        "diffusion.ChatsRemotely",
                        "raster.CallsNativeCode",
                        "raster.ParsesOptions",
                        "scene.ReadsXmp",
                        "search.AsksSql",
                        "workflow.PaintsAWindow",
                        "workflow.RunsAModel");
    }

    @Test
    void aCallOfRunLaterIsNamed() {
        assertThat(culprits(rules.onlyFxThreadCallsRunLater()))
                .containsExactly("ui.art.JumpsTheQueue");
    }

    @Test
    void aWriterOfTheLedgerThatIsNoWorkflowIsNamed() {
        assertThat(culprits(rules.onlyWorkflowsWriteTheLedger()))
                .containsExactly("cli.KeepsByReference", "job.AppendsByItself");
    }

    @Test
    void aViewModelWithANodeIsNamed() {
        assertThat(culprits(rules.viewModelsKnowNoNodes())).containsExactly("ui.art.ArtViewModel");
    }

    @Test
    void everyWayToAThreadIsNamed() {
        assertThat(culprits(rules.onlyJobsAndTheLedgersWriterMakeThreads()))
                .containsExactly("workflow.MakesThreads");
        assertThat(violations(rules.onlyJobsAndTheLedgersWriterMakeThreads())).hasSize(6);
    }

    @Test
    void aSocketOutsideNetIsNamed() {
        assertThat(culprits(rules.socketsAreOpenedInNetOnly()))
                .containsExactly("catalog.OpensASocket", "catalog.ReadsAUrl");
    }

    @Test
    void everyWayToWriteAFileIsNamed() {
        assertThat(culprits(rules.filesAreWrittenByAdaptersAndAssetOnly()))
                .containsExactly("app.WritesAtHome", "workflow.WritesAFile");
        assertThat(violations(rules.filesAreWrittenByAdaptersAndAssetOnly())).hasSize(6);
    }

    @Test
    void anEncoderOfAPlateIsNamed() {
        assertThat(culprits(rules.encodersTakeAnEntryNeverAPlate()))
                .containsExactly("credential.EncodesAPlate");
    }

    @Test
    void everyLookAtTheClockIsNamed() {
        assertThat(culprits(rules.timeAndChanceComeIn()))
                .containsExactly("provenance.LooksAtTheClock");
        assertThat(violations(rules.timeAndChanceComeIn())).hasSize(4);
    }

    @Test
    void aPrintOutsideTheCommandLineIsNamed() {
        assertThat(culprits(rules.standardStreamsBelongToTheCommandLine()))
                .containsExactly("search.Prints");
    }

    @Test
    void aStaticFieldThatChangesIsNamed() {
        assertThat(culprits(rules.nothingIsRememberedInStaticFields()))
                .containsExactly("catalog.Remembers");
    }

    @Test
    void anEmptyNameIsNamed() {
        assertThat(culprits(rules.namesSayWhatAThingIs()))
                .containsExactly("catalog.Model", "net.ConnectionManager");
    }

    @Test
    void aLongListOfParametersIsNamed() {
        assertThat(culprits(rules.codeUnitsTakeFiveParametersAtMost()))
                .containsExactly("text.TakesTooMuch");
        assertThat(violations(rules.codeUnitsTakeFiveParametersAtMost())).hasSize(2);
    }

    private List<String> violations(ArchRule rule) {
        return rule.evaluate(planted).getFailureReport().getDetails();
    }

    /// The first planted class that each violation names, sorted.
    private Set<String> culprits(ArchRule rule) {
        Set<String> found = new TreeSet<>();
        for (String violation : violations(rule)) {
            Matcher matcher = CULPRIT.matcher(violation);
            found.add(matcher.find() ? matcher.group(1) : violation);
        }
        return found;
    }
}
