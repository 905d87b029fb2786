/// CenterFace, run by ONNX Runtime: fills the port [studio.backlot.likeness.FaceFinder].
///
/// What a face in a picture means for a production is decided elsewhere.
package studio.backlot.likeness.onnx;
