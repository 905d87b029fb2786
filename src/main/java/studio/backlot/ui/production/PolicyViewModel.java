package studio.backlot.ui.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.clearance.PolicyFinding;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.PolicyReader;
import studio.backlot.clearance.PolicyReading;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.FollowPolicy;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.SetPolicy;

/// Puts another policy in force, and the one before back. For the window's thread.
final class PolicyViewModel {
    private static final ProductionPart PART = ProductionPart.POLICY;

    private final ProductionViewModel production;
    private final Words words;
    private final ReadOnlyObjectWrapper<List<PolicyFinding>> findings =
            new ReadOnlyObjectWrapper<>(List.of());

    PolicyViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// What was in force before a change, to go back to.
    private record Before(PolicyPreset preset, Optional<byte[]> file) {}

    /// A file that was tried: what keeps it from being used, or what was in force before it.
    private record Tried(List<PolicyFinding> findings, Optional<Before> before) {}

    /// What keeps the file that was chosen last from being used.
    ReadOnlyObjectProperty<List<PolicyFinding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// Whether it can be changed from here.
    boolean canChange() {
        return !production.isReadOnly().get();
    }

    /// Puts the rules of a preset in force.
    void toPreset(PolicyPreset preset, String name) {
        findings.set(List.of());
        production.act(
                PART,
                open -> {
                    Before before = before(open);
                    new SetPolicy(open).toPreset(preset, production.everyday());
                    return before;
                },
                before -> changed(name, before));
    }

    private static Before before(OpenProduction open) {
        return new Before(open.preset(), new FollowPolicy(open).file());
    }

    private void changed(String name, Before before) {
        production.say(
                Message.of(
                        words.get("policy.set", name), words.get("undo"), () -> putBack(before)));
    }

    private void putBack(Before before) {
        production.act(
                PART,
                open -> {
                    var set = new SetPolicy(open);
                    return before.file()
                            .map(file -> set.toFile(file, production.everyday()))
                            .orElseGet(() -> set.toPreset(before.preset(), production.everyday()));
                },
                inForce -> production.say(Message.of(words.get("policy.back"))));
    }

    /// Puts the rules of a file in force, or shows what keeps them from it.
    void toFile(Path file) {
        findings.set(List.of());
        production.act(
                PART,
                open -> {
                    byte[] bytes = PeopleViewModel.bytes(file);
                    if (PolicyReader.read(bytes)
                            instanceof PolicyReading.Unusable(List<PolicyFinding> found)) {
                        return new Tried(found, Optional.empty());
                    }
                    Before before = before(open);
                    new SetPolicy(open).toFile(bytes, production.everyday());
                    return new Tried(List.of(), Optional.of(before));
                },
                tried -> {
                    findings.set(tried.findings());
                    tried.before()
                            .ifPresent(
                                    before -> changed(String.valueOf(file.getFileName()), before));
                });
    }
}
