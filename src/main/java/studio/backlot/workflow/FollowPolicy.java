package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyFinding;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyReader;
import studio.backlot.clearance.PolicyReading;
import studio.backlot.clearance.PolicyWriter;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Signatory;

/// Finds the policy that a production works by: what `policy.json` says now.
///
/// A file that somebody changed outside the program counts at once and is recorded, with who acted
/// first under it, before that act. A file that cannot be used, or is gone, stops all acts: nothing
/// is allowed by accident. Only a production that was made before there were such files works by
/// its preset without one.
public final class FollowPolicy {
    /// The rule by which an act without a usable policy is refused.
    public static final String RULE = "policy";

    private static final int MOST_FINDINGS = 5;

    private final OpenProduction production;

    public FollowPolicy(OpenProduction production) {
        this.production = production;
    }

    /// A policy, and the hash of the file that holds it.
    public record InForce(Policy policy, ContentHash file) {}

    /// The policy to act by. Records a changed file, by the person who is about to act; throws
    /// [ActRefused] when there is no usable one.
    public InForce inForce(Signatory by) {
        Optional<Content> content = content();
        InForce inForce = require(content);
        Optional<PolicyHistory.Adopted> latest = production.register().policies().latest();
        boolean isKnown =
                latest.map(PolicyHistory.Adopted::file).equals(Optional.of(inForce.file()));
        if (content.isPresent() && !isKnown) {
            adopt(content.get(), inForce.policy(), by, true);
        }
        return inForce;
    }

    /// The policy to look at; records nothing. Throws [ActRefused] when there is no usable one.
    public InForce look() {
        return require(content());
    }

    /// What is wrong with the file, if anything.
    public PolicyReading reading() {
        return content().map(Content::reading).orElseGet(this::withoutFile);
    }

    /// The file as it is now, to put back later; none where there is none.
    public Optional<byte[]> file() {
        return content().map(content -> content.bytes.clone());
    }

    /// Puts another policy in force: keeps the file, writes it, and records it.
    InForce set(byte[] file, Signatory by) {
        var content = new Content(file);
        InForce inForce = require(Optional.of(content));
        KeepFile.write(production.layout().policy(), file);
        adopt(content, inForce.policy(), by, false);
        return inForce;
    }

    private void adopt(Content content, Policy policy, Signatory by, boolean isFound) {
        ContentHash file = production.assets().put(content.bytes);
        var assertions =
                new JsonBuilder()
                        .put(PolicyHistory.LABEL, PolicyHistory.label(policy, file, isFound))
                        .build();
        production
                .ledger()
                .append(new EntryDraft(EventType.POLICY, by, Optional.empty(), assertions));
    }

    private InForce require(Optional<Content> content) {
        return switch (content.map(Content::reading).orElseGet(this::withoutFile)) {
            case PolicyReading.Read read ->
                    new InForce(
                            read.policy(),
                            content.map(Content::hash)
                                    .orElseGet(() ->
                                            ContentHash.of(PolicyWriter.bytes(read.policy()))));
            case PolicyReading.Unusable unusable ->
                    throw new ActRefused(new Decision.Refused(RULE, words(unusable)));
        };
    }

    private static String words(PolicyReading.Unusable unusable) {
        int more = unusable.findings().size() - MOST_FINDINGS;
        return "the policy cannot be used, and nothing is done without one: "
                + unusable.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(PolicyFinding::line)
                        .collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "")
                + ". Mend policy.json (`backlot policy check` tells all), or put another in force with `backlot policy set`";
    }

    private PolicyReading withoutFile() {
        return production.register().policies().latest().isEmpty()
                ? new PolicyReading.Read(production.preset().policy())
                : new PolicyReading.Unusable(
                        List.of(
                                new PolicyFinding(
                                        "", "the file is gone that this production works by")));
    }

    private Optional<Content> content() {
        Path file = production.layout().policy();
        try {
            return Optional.of(new Content(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ActRefused(
                    new Decision.Refused(
                            RULE,
                            file
                                    + " cannot be read ("
                                    + e.getClass().getSimpleName()
                                    + ": "
                                    + e.getMessage()
                                    + "), and nothing is done without a policy"));
        }
    }

    /// The file's bytes, read once.
    private static final class Content {
        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        PolicyReading reading() {
            return PolicyReader.read(bytes);
        }

        ContentHash hash() {
            return ContentHash.of(bytes);
        }
    }
}
