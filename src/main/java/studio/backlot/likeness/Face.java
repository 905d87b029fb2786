package studio.backlot.likeness;

import studio.backlot.raster.Rectangle;

/// A place in a picture that looks like a face, and how sure the finder is of it, from 0 to 1.
public record Face(Rectangle box, double score) {
    public Face {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a face's score is from 0 to 1, not " + score);
        }
    }
}
