package studio.backlot.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what a verification finds; of each code it keeps the first thousand and counts the
/// rest, so that a ledger broken throughout cannot fill the memory.
final class Findings {
    static final int MOST_OF_ONE_CODE = 1000;

    private final Map<String, List<ValidationStatus>> byCode = new LinkedHashMap<>();
    private final Map<String, Long> left = new LinkedHashMap<>();

    void add(ValidationStatus status) {
        List<ValidationStatus> same =
                byCode.computeIfAbsent(status.code(), code -> new ArrayList<>());
        if (same.size() < MOST_OF_ONE_CODE) {
            same.add(status);
        } else {
            left.merge(status.code(), 1L, Long::sum);
        }
    }

    void addAll(List<ValidationStatus> statuses) {
        statuses.forEach(this::add);
    }

    void finding(String code, String where, String explanation) {
        add(ValidationStatus.finding(code, where, explanation));
    }

    void note(String code, String where, String explanation) {
        add(ValidationStatus.note(code, where, explanation));
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    /// Findings before notes, each in the order found, codes in the order first met.
    List<ValidationStatus> all() {
        List<ValidationStatus> all = new ArrayList<>();
        for (ValidationStatus.Severity severity : ValidationStatus.Severity.values()) {
            byCode.forEach((code, statuses) -> {
                if (statuses.getFirst().severity() == severity) {
                    all.addAll(statuses);
                    addRest(code, severity, all);
                }
            });
        }
        return all;
    }

    private void addRest(
            String code, ValidationStatus.Severity severity, List<ValidationStatus> all) {
        long rest = left.getOrDefault(code, 0L);
        if (rest > 0) {
            all.add(
                    new ValidationStatus(
                            severity, code, "ledger.sqlite", "and " + rest + " more of this kind"));
        }
    }
}
