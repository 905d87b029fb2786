package studio.backlot.clearance;

import java.util.Optional;

/// Where an asset stands between its maker and its use: one file, one version, one use.
public enum ReviewState {
    /// Its maker has not handed it in.
    DRAFT("draft"),
    /// It was handed in and waits for a decision.
    IN_REVIEW("inReview"),
    APPROVED("approved"),
    /// The maker is asked for another version.
    CHANGES_REQUESTED("changesRequested"),
    REJECTED("rejected");

    private final String wireName;

    ReviewState(String wireName) {
        this.wireName = wireName;
    }

    /// The name in entries, such as `changesRequested`.
    public String wireName() {
        return wireName;
    }

    /// The words for a person to read, such as `changes requested`.
    public String words() {
        return word().replace('-', ' ');
    }

    /// The word in commands, such as `changes-requested`.
    public String word() {
        return wireName.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /// The decision of that name or word: any state but a draft, which nobody decides.
    public static Optional<ReviewState> decision(String name) {
        for (ReviewState state : values()) {
            if (state != DRAFT && (state.wireName.equals(name) || state.word().equals(name))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
