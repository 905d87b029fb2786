package studio.backlot.identity;

import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// What a person gives to others so that they can be enrolled: name, roles and public keys, as one
/// small JSON file. It proves nothing by itself: compare the fingerprint with the person.
///
/// `hasPassphrase` is what the person's own machine remembers, and nobody else need believe.
public record PersonCard(Person person, boolean hasPassphrase) {
    /// The `schema` member of a card of version 1.
    public static final String SCHEMA = "backlot.person/1";

    /// The largest file that is read as a card.
    public static final int LARGEST_FILE = 64 << 10;

    /// The card as one canonical JSON document.
    public byte[] bytes() {
        return CanonicalJson.bytes(
                PersonForm.write(person)
                        .put("schema", SCHEMA)
                        .put("hasPassphrase", hasPassphrase)
                        .build());
    }

    /// Reads a card from anyone; throws [MalformedJson] saying what is wrong.
    public static PersonCard parse(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new MalformedJson("a file of " + file.length + " bytes is no person's card");
        }
        JsonObject json = JsonReader.parseObject(file);
        if (!json.text("schema").orElse("").equals(SCHEMA)) {
            throw new MalformedJson("this is no person's card: its schema is not " + SCHEMA);
        }
        try {
            return new PersonCard(PersonForm.read(json), json.truth("hasPassphrase").orElse(false));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("this person's card is malformed: " + e.getMessage());
        }
    }
}
