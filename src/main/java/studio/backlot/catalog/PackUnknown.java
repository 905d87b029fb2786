package studio.backlot.catalog;

import java.util.List;

/// No pack has the identifier that was asked for; the message lists those that are there.
public final class PackUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    PackUnknown(String id, List<String> known) {
        super(
                "there is no model pack \""
                        + id
                        + "\": "
                        + (known.isEmpty()
                                ? "no pack is installed"
                                : "installed are " + String.join(", ", known))
                        + ". Give one of these, or the path of a pack's folder");
    }
}
