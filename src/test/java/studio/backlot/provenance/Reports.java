package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Looks into verification reports, and edits entries as a forger does.
final class Reports {
    private Reports() {}

    /// The distinct codes of the findings, in order.
    static List<String> codes(VerificationReport report) {
        return report.findings().stream().map(ValidationStatus::code).distinct().toList();
    }

    /// The one status of that code.
    static ValidationStatus only(VerificationReport report, String code) {
        List<ValidationStatus> found =
                report.statuses().stream().filter(status -> status.code().equals(code)).toList();
        assertThat(found).as(() -> code + " in " + report.statuses()).hasSize(1);
        return found.getFirst();
    }

    /// The entry's bytes with one text in place of another.
    static byte[] edited(RawEntry entry, String from, String to) {
        String text = new String(entry.body(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
