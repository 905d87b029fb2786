package studio.backlot.raster;

/// A PNG file as read: the plate, the header it came from, and whether something was lost on the
/// way to a plate.
///
/// `isComposited` says that the file was transparent somewhere and now stands on black there.
/// Samples of 16 bits (`header.depth()`) were rounded to 8. Colour profiles are not applied:
/// samples are taken as sRGB.
public record PngPicture(Plate plate, PngHeader header, boolean isComposited) {}
