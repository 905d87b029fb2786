/// Pixels: plates, their hash, tiles and the own PNG reader and writer.
///
/// Everything here is plain arithmetic over arrays: no AWT, no ImageIO, no file, no thread, no
/// knowledge of how a picture came to be. What comes from outside (a PNG file) is read within
/// bounds and refused with one exception, [studio.backlot.raster.MalformedPng]. Start with
/// [studio.backlot.raster.Plate].
package studio.backlot.raster;
