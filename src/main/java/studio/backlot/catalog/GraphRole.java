package studio.backlot.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backlot.catalog.OnnxSignature.Port;

/// What a graph does in a diffusion pack, told by the names of its inputs and outputs.
enum GraphRole {
    TEXT_ENCODER("text_encoder", "a text encoder"),
    UNET("unet", "a denoiser (UNet)"),
    VAE_DECODER("vae_decoder", "a VAE decoder"),
    VAE_ENCODER("vae_encoder", "a VAE encoder");

    private final String folder;
    private final String words;

    GraphRole(String folder, String words) {
        this.folder = folder;
        this.words = words;
    }

    /// The role that the layout gives to the graph at this path.
    static Optional<GraphRole> ofFolder(String path) {
        return Arrays.stream(values())
                .filter(role -> path.equals(role.folder + "/model.onnx"))
                .findFirst();
    }

    /// The role that a graph could fill.
    static Optional<GraphRole> guess(OnnxSignature signature) {
        return Arrays.stream(values()).filter(role -> role.fits(signature)).findFirst();
    }

    String words() {
        return words;
    }

    boolean fits(OnnxSignature signature) {
        return switch (this) {
            case TEXT_ENCODER -> signature.hasInput("input_ids");
            case UNET ->
                    signature.hasInput("sample")
                            && signature.hasInput("timestep")
                            && signature.hasInput("encoder_hidden_states");
            case VAE_DECODER -> signature.hasInput("latent_sample");
            case VAE_ENCODER ->
                    signature.hasInput("sample")
                            && !signature.hasInput("timestep")
                            && (signature.hasOutput("latent_sample")
                                    || signature.hasOutput("latent_parameters"));
        };
    }

    /// What is wrong with the element types, in words.
    List<String> wrongTypes(OnnxSignature signature) {
        var wrong = new ArrayList<String>();
        for (Port port : signature.inputs()) {
            boolean isRight =
                    switch (port.name()) {
                        case "input_ids" -> port.isWhole();
                        case "timestep" -> port.isWhole() || port.isFloating();
                        case "sample", "encoder_hidden_states", "latent_sample" ->
                                port.isFloating();
                        default -> true;
                    };
            if (!isRight) {
                wrong.add(
                        "Its input \""
                                + port.name()
                                + "\" has element type "
                                + port.elementType()
                                + " (ONNX numbering), which "
                                + words
                                + " never takes. Use another export of the model.");
            }
        }
        return wrong;
    }
}
