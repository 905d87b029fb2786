package studio.backlot.ui.review;

import java.util.Locale;

/// The pages of the producer's room, in the order of its navigation.
enum ReviewPage {
    INBOX,
    ASSETS,
    USE_CASES,
    PROOF;

    /// The name that its words and its button go by.
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it lists assets.
    boolean isOfAssets() {
        return this == INBOX || this == ASSETS;
    }
}
