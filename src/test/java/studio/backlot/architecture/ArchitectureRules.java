package studio.backlot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;

/// The architecture's rules for the classes under one root package.
///
/// `root` is `studio.backlot` for the program, and another package for the planted violations that
/// prove each rule. `libraries` is put before the names of libraries that are not on the class
/// path, so that they can be planted too.
record ArchitectureRules(String root, String libraries) {
    /// Every class lives in a package that the plan names.
    ArchRule everyRoomIsPlanned() {
        return classes()
                .should(
                        Conditions.thatEvery(
                                "live in a planned package",
                                type -> Arrows.isPlanned(Arrows.room(relativePackage(type)))));
    }

    /// Layers, features that do not know each other, and adapters that only `app` sees.
    ArchRule roomsKnowOnlyWhatTheArrowsAllow() {
        return classes().should(Conditions.dependOnlyAlong("the arrows", root, Arrows::allow));
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    ArchRule eachLibraryHasOneDoor() {
        List<ArchRule> doors = new ArrayList<>();
        doors.add(door("ai.onnxruntime..", "onnx..", "*.onnx.."));
        doors.add(door("java.sql..", "sqlite..", "*.sqlite..", "*.postgres..", "app.."));
        doors.add(door("javax.sql..", "sqlite..", "*.sqlite..", "*.postgres..", "app.."));
        doors.add(door("org.sqlite..", "sqlite..", "*.sqlite.."));
        doors.add(door("picocli..", "cli..", "app.."));
        doors.add(door("com.adobe..", "credential.."));
        doors.add(door("java.lang.foreign..", "*.keyring.."));
        doors.add(door(libraries + "javafx..", "ui..", "app.."));
        doors.add(door(libraries + "dev.langchain4j..", "text.langchain..", "text.onnx.."));
        ArchRule all = doors.getFirst();
        for (ArchRule next : doors.subList(1, doors.size())) {
            all = CompositeArchRule.of(all).and(next);
        }
        return all;
    }

    ArchRule onlyFxThreadCallsRunLater() {
        return noClasses()
                .that(
                        describe(
                                "are not FxThread",
                                type ->
                                        !outermost(type)
                                                .getName()
                                                .equals(root + ".ui.fx.FxThread")))
                .should()
                .accessTargetWhere(Calls.to(libraries + "javafx.application.Platform", "runLater"));
    }

    /// The ports' own implementations may delegate to themselves, and benchmarks fill ledgers of
    /// their own.
    ArchRule onlyWorkflowsWriteTheLedger() {
        String ledger = root + ".provenance.Ledger";
        String store = root + ".asset.AssetStore";
        return noClasses()
                .that(livesOutside("workflow..", "app.bench.."))
                .and(
                        describe(
                                "implement neither port",
                                type ->
                                        !type.isAssignableTo(ledger)
                                                && !type.isAssignableTo(store)))
                .should()
                .accessTargetWhere(
                        Calls.to(ledger, "append|appendAll")
                                .or(Calls.to(store, "put|intake|delete")));
    }

    ArchRule viewModelsKnowNoNodes() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                libraries + "javafx.scene..", libraries + "javafx.stage.."))
                .allowEmptyShould(true);
    }

    ArchRule onlyJobsAndTheLedgersWriterMakeThreads() {
        return noClasses()
                .that(livesOutside("job..", "provenance.sqlite.."))
                .should()
                .accessTargetWhere(Calls.thatMakeThreads())
                .orShould()
                .beAssignableTo(Thread.class);
    }

    ArchRule socketsAreOpenedInNetOnly() {
        return noClasses()
                .that(livesOutside("net.."))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.net.http..")
                                .or(
                                        nameMatching(
                                                "java\\.net\\.(.*Socket.*|.*URLConnection|InetAddress|InetSocketAddress)"))
                                .or(
                                        nameMatching(
                                                "java\\.nio\\.channels\\.(.*SocketChannel|DatagramChannel)"))
                                .or(resideInAPackage("javax.net..")))
                .orShould()
                .accessTargetWhere(
                        Calls.to("java.net.URL", "openStream|openConnection|getContent"));
    }

    /// Benchmarks may fill folders of their own to measure with.
    ArchRule filesAreWrittenByAdaptersAndAssetOnly() {
        return noClasses()
                .that(livesOutside("asset..", "sqlite..", "app.bench.."))
                .and(describe("are no adapter", type -> !Arrows.isAdapter(relativePackage(type))))
                .should()
                .accessTargetWhere(Calls.thatWriteFiles());
    }

    /// What leaves the production is made from the record, never from an unrecorded picture.
    ArchRule encodersTakeAnEntryNeverAPlate() {
        return noClasses()
                .that(livesIn("credential..", "report..", "ui.gallery.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".diffusion.GeneratedPlate")
                .allowEmptyShould(true);
    }

    /// Time, randomness and ids come in as parameters.
    ArchRule timeAndChanceComeIn() {
        return noClasses()
                .that(livesOutside("app.."))
                .should()
                .accessTargetWhere(Calls.thatAskTimeOrChance())
                .allowEmptyShould(true);
    }

    ArchRule standardStreamsBelongToTheCommandLine() {
        return noClasses()
                .that(livesOutside("app..", "cli.."))
                .should()
                .accessTargetWhere(
                        Calls.to("java.lang.System", "out|err|exit|setOut|setErr")
                                .or(Calls.to("java.lang.Throwable", "printStackTrace")));
    }

    ArchRule nothingIsRememberedInStaticFields() {
        return fields().that().areStatic().should().beFinal().allowEmptyShould(true);
    }

    ArchRule namesSayWhatAThingIs() {
        return classes()
                .should(
                        Conditions.thatEvery(
                                "have a name that says what it is, not Model, …Manager, …Helper, …Util, …Impl, …Base, …Data, …Info, …Handler",
                                type ->
                                        !type.getSimpleName()
                                                .matches(
                                                        "Model|.*(Manager|Helper|Utils?|Impl|Base|Data|Info|Handler)")));
    }

    /// More than five parameters are a record that has no name yet; a private kernel over arrays
    /// may take seven. Records and enums are what they are made of.
    ArchRule codeUnitsTakeFiveParametersAtMost() {
        return codeUnits()
                .that(describe("are written by us", ArchitectureRules::isWritten))
                .should(
                        Conditions.thatEveryCodeUnit(
                                "have at most five parameters, or seven where it is private",
                                unit -> unit.getRawParameterTypes().size() <= mostParameters(unit)))
                .allowEmptyShould(true);
    }

    private static int mostParameters(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PRIVATE) ? 7 : 5;
    }

    private ArchRule door(String library, String... rooms) {
        return noClasses()
                .that(livesOutside(rooms))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .allowEmptyShould(true)
                .as("only " + String.join(", ", rooms) + " may use " + library);
    }

    private DescribedPredicate<JavaClass> livesOutside(String... rooms) {
        return DescribedPredicate.not(livesIn(rooms));
    }

    private DescribedPredicate<JavaClass> livesIn(String... rooms) {
        String[] packages = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            packages[i] = root + "." + rooms[i];
        }
        return resideInAnyPackage(packages);
    }

    private String relativePackage(JavaClass type) {
        String name = type.getPackageName();
        return name.length() > root.length() ? name.substring(root.length() + 1) : "";
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    private static boolean isWritten(JavaCodeUnit unit) {
        boolean isMadeByCompiler =
                unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || unit.getModifiers().contains(JavaModifier.BRIDGE)
                        || unit.getName().startsWith("lambda$");
        JavaClass owner = unit.getOwner();
        boolean isMadeOfItsParts =
                unit instanceof JavaConstructor
                        && (owner.isRecord()
                                || owner.isEnum()
                                || owner.isAnonymousClass()
                                || owner.isLocalClass());
        return !isMadeByCompiler && !isMadeOfItsParts;
    }
}
