package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import studio.backlot.clearance.EnglishWords;
import studio.backlot.clearance.ListedName;
import studio.backlot.clearance.NameGate;
import studio.backlot.job.QueueStore;
import studio.backlot.job.QueuedJob;
import studio.backlot.provenance.PayloadContent;

/// The words of jobs that wait in the queue, which no entry names yet.
final class QueuedTexts {
    private QueuedTexts() {}

    /// The payloads of what this person ordered, by name as credited.
    static List<Long> orderedBy(OpenProduction production, String person) {
        return where(
                production,
                order ->
                        order.by(production.person())
                                .filter(by -> by.maker().name().equals(person))
                                .isPresent());
    }

    /// The payloads of jobs whose words hold one of these names.
    static List<Long> naming(OpenProduction production, List<ListedName> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var gate = new NameGate(names, EnglishWords.load());
        return where(
                production,
                order ->
                        order.words().stream()
                                .map(production.payloads()::open)
                                .anyMatch(found ->
                                        found instanceof PayloadContent.Open open
                                                && !gate.hits(open.text()).isEmpty()));
    }

    private static List<Long> where(OpenProduction production, Predicate<QueuedOrder> isMeant) {
        List<Long> ids = new ArrayList<>();
        production.queue().map(QueueStore::jobs).orElse(List.of()).stream()
                .filter(job -> isMeant.test(new QueuedOrder(job.order())))
                .map(QueuedJob::payloadIds)
                .forEach(ids::addAll);
        return ids;
    }
}
