package studio.backlot.provenance;

/// Checks that runs are whole: one outcome to each intent, of the same job.
///
/// Keeps four words for each intent. Entries come in ascending order of index.
final class RunCheck {
    private static final int INTENT = 0;
    private static final int JOB_HIGH = 1;
    private static final int JOB_LOW = 2;

    /// The index of the outcome, 0 while there is none; its lowest bit says whether the intent has
    /// a job.
    private static final int OUTCOME_AND_HAS_JOB = 3;

    private final Findings findings;
    private final FixedRecords intents = new FixedRecords(4);

    RunCheck(Findings findings) {
        this.findings = findings;
    }

    void accept(CanonicalEntryScanner entry, long index) {
        switch (entry.event) {
            case INTENT -> addIntent(entry, index);
            case OUTCOME -> checkOutcome(entry, index);
            case PRODUCTION,
                    IMPORT,
                    HUMAN_EDIT,
                    REVIEW,
                    CONSENT,
                    WITHDRAWAL,
                    HANDOVER,
                    EXPORT,
                    REDACTION,
                    CHECKPOINT,
                    KEY_ROTATION,
                    PERSON,
                    POLICY,
                    USE_CASE,
                    SHOW_TREE,
                    SUBMIT,
                    OVERRIDE -> {}
        }
    }

    private void addIntent(CanonicalEntryScanner entry, long index) {
        int intent = intents.add();
        intents.set(intent, INTENT, index);
        intents.set(intent, JOB_HIGH, entry.hasJob ? entry.jobHigh : 0);
        intents.set(intent, JOB_LOW, entry.hasJob ? entry.jobLow : 0);
        intents.set(intent, OUTCOME_AND_HAS_JOB, entry.hasJob ? 1 : 0);
    }

    private void checkOutcome(CanonicalEntryScanner entry, long index) {
        String where = "entry " + index;
        long named = entry.facts.intent();
        if (!entry.facts.hasRun() || named == AssertionFacts.ABSENT) {
            findings.finding(
                    "outcome.malformed",
                    where,
                    "this outcome does not say which intent it ends, and how");
            return;
        }
        int intent = find(named);
        if (intent < 0) {
            findings.finding(
                    "outcome.withoutIntent",
                    where,
                    "this outcome ends the run of entry "
                            + named
                            + ", which is no intent before it");
            return;
        }
        long known = intents.get(intent, OUTCOME_AND_HAS_JOB);
        long earlier = known >> 1;
        if (earlier != 0) {
            findings.finding(
                    "outcome.second",
                    where,
                    "the run of entry " + named + " has ended already in entry " + earlier);
            return;
        }
        intents.set(intent, OUTCOME_AND_HAS_JOB, index << 1 | known);
        boolean isSameJob =
                known == (entry.hasJob ? 1 : 0)
                        && (!entry.hasJob
                                || (intents.get(intent, JOB_HIGH) == entry.jobHigh
                                        && intents.get(intent, JOB_LOW) == entry.jobLow));
        if (!isSameJob) {
            findings.finding(
                    "outcome.jobMismatch",
                    where,
                    "this outcome names another job than its intent, entry " + named);
        }
    }

    /// The place of the intent of that index, or a negative number.
    private int find(long index) {
        int low = 0;
        int high = intents.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = intents.get(middle, INTENT);
            if (at == index) {
                return middle;
            }
            if (at < index) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /// Notes the runs that have no outcome: under way, or cut off by a crash and not yet declared
    /// abandoned.
    void finish() {
        for (int i = 0; i < intents.size(); i++) {
            if (intents.get(i, OUTCOME_AND_HAS_JOB) >> 1 == 0) {
                findings.note(
                        "intent.unfinished",
                        "entry " + intents.get(i, INTENT),
                        "this run is not finished: it is under way, or was cut off and will be recorded as abandoned "
                                + "when the production is next opened for writing");
            }
        }
    }
}
