package studio.backlot.provenance;

import java.util.List;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.MalformedJson;

/// Compares the payload rows with what the entries say of them.
///
/// Of each reference it keeps six words: id, entry and kind, and the first 128 bits of seal and
/// commitment. A row that agrees with these by anything but being the same needs a second preimage
/// of 128 bits.
final class PayloadCheck {
    private static final int ID = 0;
    private static final int ENTRY_AND_KIND = 1;
    private static final int SEAL = 2;
    private static final int COMMITMENT = 4;
    private static final PayloadKind[] KINDS = PayloadKind.values();

    private final Findings findings;
    private final FixedRecords references = new FixedRecords(6);
    private final FixedRecords redacted = new FixedRecords(1);
    private FixedRecords.Order order = position -> position;
    private FixedRecords.Order redactedOrder = position -> position;
    private int next;
    private int nextRedacted;
    private long open;
    private long locked;
    private long erased;

    PayloadCheck(Findings findings) {
        this.findings = findings;
    }

    void accept(CanonicalEntryScanner entry, byte[] body, long index) {
        AssertionFacts facts = entry.facts;
        for (int i = 0; i < facts.references(); i++) {
            int reference = references.add();
            references.set(reference, ID, facts.payloadId(i));
            references.set(reference, ENTRY_AND_KIND, index << 8 | facts.kind(i));
            references.set(reference, SEAL, HexDigits.word(body, facts.sealAt(i)));
            references.set(reference, SEAL + 1, HexDigits.word(body, facts.sealAt(i) + 16));
            references.set(reference, COMMITMENT, HexDigits.word(body, facts.commitmentAt(i)));
            references.set(
                    reference, COMMITMENT + 1, HexDigits.word(body, facts.commitmentAt(i) + 16));
        }
        if (entry.event == EventType.REDACTION) {
            addRedacted(body, index);
        }
    }

    private void addRedacted(byte[] body, long index) {
        try {
            List<JsonValue> ids =
                    JsonReader.parseObject(body)
                            .object("assertions")
                            .flatMap(assertions -> assertions.object("erased"))
                            .flatMap(erasedLabel -> erasedLabel.array("payloads"))
                            .orElseThrow(() ->
                                    new MalformedEntry(
                                            "it does not say which payloads were erased"));
            for (JsonValue id : ids) {
                if (!(id instanceof JsonNumber number) || number.asLong() < 1) {
                    throw new MalformedEntry(CanonicalJson.text(id) + " is no payload id");
                }
                redacted.set(redacted.add(), 0, number.asLong());
            }
        } catch (MalformedEntry | MalformedJson e) {
            findings.finding(
                    "redaction.malformed",
                    "entry " + index,
                    "this redaction cannot be read: " + e.getMessage());
        }
    }

    /// Begins the comparison with the rows, which then come in ascending order of id.
    void beginRows() {
        order = references.ascending(1);
        redactedOrder = redacted.ascending(1);
    }

    void row(RawPayload row) {
        absentBefore(row.id());
        if (next >= references.size() || id(next) != row.id()) {
            findings.note(
                    "payload.unnamed",
                    "payload " + row.id(),
                    "no entry names this payload: a run was cut off between "
                            + "keeping its text and recording it, or the entry that named it is gone");
            return;
        }
        boolean isRedacted = isRedacted(row.id());
        if (isRedacted) {
            findings.finding(
                    "payload.notErased",
                    "payload " + row.id(),
                    "a redaction says that this text was erased, but its "
                            + "row is still there; erase it again");
        }
        boolean isWhole = true;
        int first = next;
        while (next < references.size() && id(next) == row.id()) {
            isWhole &= isSealed(row, order.at(next));
            next++;
        }
        if (isWhole) {
            checkOpening(row, first, next);
        }
    }

    private boolean isSealed(RawPayload row, int reference) {
        if (matches(row.seal(), reference, SEAL)) {
            return true;
        }
        findings.finding(
                "payload.sealMismatch",
                "payload " + row.id(),
                "its stored row is not the one that "
                        + entry(reference)
                        + " sealed: it was changed or exchanged");
        return false;
    }

    private void checkOpening(RawPayload row, int first, int end) {
        switch (row.opener().open(kind(order.at(first)))) {
            case RawPayload.Locked ignored -> locked++;
            case RawPayload.Refused refused ->
                    findings.finding(
                            "payload.unreadable",
                            "payload " + row.id(),
                            "its row is whole, but the key on this machine does not open it: "
                                    + refused.explanation());
            case RawPayload.Opened opened -> checkCommitments(row.id(), opened, first, end);
        }
    }

    private void checkCommitments(long id, RawPayload.Opened opened, int first, int end) {
        boolean isCommitted = opened.salt().length == PayloadCommitment.SALT_LENGTH;
        for (int position = first; position < end && isCommitted; position++) {
            int reference = order.at(position);
            byte[] commitment =
                    PayloadCommitment.digest(kind(reference), opened.salt(), opened.content());
            isCommitted = matches(commitment, reference, COMMITMENT);
        }
        if (isCommitted) {
            open++;
        } else {
            findings.finding(
                    "payload.commitmentMismatch",
                    "payload " + id,
                    "its text is not the one that " + entry(order.at(first)) + " committed to");
        }
    }

    private PayloadKind kind(int reference) {
        return KINDS[(int) (references.get(reference, ENTRY_AND_KIND) & 0xff)];
    }

    /// Says that there are no more rows.
    void endRows() {
        absentBefore(Long.MAX_VALUE);
    }

    private void absentBefore(long id) {
        while (next < references.size() && id(next) < id) {
            long absent = id(next);
            if (isRedacted(absent)) {
                erased++;
            } else {
                findings.finding(
                        "payload.missing",
                        "payload " + absent,
                        "its row is gone and no redaction says why; "
                                + entry(order.at(next))
                                + " names it");
            }
            while (next < references.size() && id(next) == absent) {
                next++;
            }
        }
    }

    private long id(int position) {
        return references.get(order.at(position), ID);
    }

    private String entry(int reference) {
        return "entry " + (references.get(reference, ENTRY_AND_KIND) >> 8);
    }

    /// Whether a redaction names the id; asked with ascending ids.
    private boolean isRedacted(long id) {
        while (nextRedacted < redacted.size()
                && redacted.get(redactedOrder.at(nextRedacted), 0) < id) {
            nextRedacted++;
        }
        return nextRedacted < redacted.size()
                && redacted.get(redactedOrder.at(nextRedacted), 0) == id;
    }

    private boolean matches(byte[] hash, int reference, int word) {
        return hash.length == ContentHash.LENGTH
                && java.nio.ByteBuffer.wrap(hash).getLong(0) == references.get(reference, word)
                && java.nio.ByteBuffer.wrap(hash).getLong(8) == references.get(reference, word + 1);
    }

    VerificationReport.PayloadCounts counts() {
        return new VerificationReport.PayloadCounts(open, locked, erased);
    }
}
