package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// The stops that somebody let pass, as the `override` entries of a production say.
///
/// An override counts when a person who is vouched for signed it with their guarded key. It lets
/// one rule pass for one subject: a consent by its id, a title by its words in small letters, or
/// the hash of an asset. Not for several threads.
public final class Overrides {
    /// The label of an `override` entry.
    public static final String LABEL = "override";

    private final EnrolledPersons persons;
    private final List<LetPass> overrides = new ArrayList<>();

    /// One override: `by` let the rule pass for the subject.
    public record LetPass(
            long index,
            String rule,
            String subject,
            UUID by,
            String name,
            Optional<PayloadReference> reason) {}

    /// `persons` are those enrolled up to the entry that is accepted next.
    public Overrides(EnrolledPersons persons) {
        this.persons = persons;
    }

    /// The label of an entry.
    public static JsonObject label(String rule, String subject, PayloadReference reason) {
        return new JsonBuilder()
                .put("rule", rule)
                .put("for", subject)
                .put("reason", reason.toJson())
                .build();
    }

    /// The subject of an override for a title.
    public static String subject(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    /// Takes the next entry; ignores what is no override. Answers why it does not count, or nothing
    /// when it does.
    public Optional<String> accept(KnownEntry known) {
        LedgerEntry entry = known.entry();
        if (entry.event() != EventType.OVERRIDE || !(known.source() instanceof Source.Local)) {
            return Optional.empty();
        }
        JsonObject label = entry.assertions().object(LABEL).orElse(JsonObject.EMPTY);
        Optional<PayloadReference> reason;
        try {
            reason = label.object("reason").map(PayloadReference::parse);
        } catch (MalformedEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        Optional<String> rule = label.text("rule");
        Optional<String> subject = label.text("for");
        if (rule.isEmpty() || subject.isEmpty()) {
            return Optional.of("it does not say which rule it lets pass, or for what");
        }
        Optional<EnrolledPersons.Standing> second =
                entry.person()
                        .key()
                        .flatMap(persons::key)
                        .filter(EnrolledPersons.Key::isGuarded)
                        .filter(key -> key.holdsAt(entry.index()))
                        .flatMap(key -> persons.person(key.person()))
                        .filter(standing -> standing.isVouched() && !standing.isRetired());
        if (second.isEmpty()) {
            return Optional.of(
                    "only the guarded key of a person who is vouched for lets a stop pass");
        }
        overrides.add(
                new LetPass(
                        entry.index(),
                        rule.get(),
                        subject.get(),
                        second.get().person().id(),
                        second.get().person().name(),
                        reason));
        return Optional.empty();
    }

    /// The last override of a rule for a subject that counts for work by these makers: one by
    /// another person than they, where the policy asks for a second one.
    public Optional<LetPass> of(String rule, String subject, Work work, Policy policy) {
        return overrides.reversed().stream()
                .filter(one -> one.rule().equals(rule) && one.subject().equals(subject))
                .filter(one ->
                        !policy.overrideNeedsSecondPerson() || !work.makers().contains(one.by()))
                .findFirst();
    }

    /// All overrides that count, the first one first.
    public List<LetPass> all() {
        return List.copyOf(overrides);
    }
}
