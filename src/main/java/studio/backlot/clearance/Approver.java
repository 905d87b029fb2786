package studio.backlot.clearance;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Maker;

/// Who wants to decide: an enrolled person as the ledger knows them.
///
/// `isVouched`: whether a producer's key enrolled them, or they began the production.
public record Approver(UUID person, String name, Set<Role> roles, boolean isVouched) {
    public Approver {
        roles = Set.copyOf(roles);
    }

    /// Who holds the key that this maker is named with, if an enrolled person does who is not
    /// retired.
    public static Optional<Approver> of(EnrolledPersons persons, Maker maker) {
        return maker.key()
                .flatMap(persons::key)
                .flatMap(key -> persons.person(key.person()))
                .filter(standing -> !standing.isRetired())
                .map(standing ->
                        new Approver(
                                standing.person().id(),
                                standing.person().name(),
                                standing.person().roles(),
                                standing.isVouched()));
    }
}
