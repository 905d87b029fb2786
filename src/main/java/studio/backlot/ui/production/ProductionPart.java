package studio.backlot.ui.production;

/// The parts of the production's page, in the order of its navigation.
enum ProductionPart {
    PEOPLE("people"),
    PLACES("places"),
    USE_CASES("useCases"),
    POLICY("policy"),
    CONSENTS("consents"),
    ANCHORS("anchors");

    private final String wireName;

    ProductionPart(String wireName) {
        this.wireName = wireName;
    }

    /// The name that its words and its controls go by.
    String wireName() {
        return wireName;
    }
}
