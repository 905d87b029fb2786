package studio.backlot.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;
import studio.backlot.base.JsonReader;
import studio.backlot.base.MalformedJson;

/// Looks for what is wrong with a pack, in words and without loading it: files against
/// `SHA256SUMS`, graphs against the role of their folder, configurations against JSON. Never stops
/// at the first finding.
public final class PackCheck {
    private final ModelPack pack;
    private final List<PackFinding> findings = new ArrayList<>();

    private PackCheck(ModelPack pack) {
        this.pack = pack;
    }

    /// Everything that was found; empty when the pack is as its maker left it.
    public static List<PackFinding> of(ModelPack pack) {
        var check = new PackCheck(pack);
        check.sums();
        check.requiredFiles();
        check.graphs();
        check.configurations();
        check.licence();
        return List.copyOf(check.findings);
    }

    private void add(String code, String file, String words) {
        if (findings.stream().noneMatch(finding -> finding.file().equals(file))) {
            findings.add(new PackFinding(code, file, words));
        }
    }

    private void sums() {
        if (!Files.isRegularFile(pack.folder().resolve(ModelPack.SUMS))) {
            add(
                    "sums.missing",
                    ModelPack.SUMS,
                    "The pack has no SHA256SUMS, so nobody can tell whether its files are"
                            + " those its maker gave out. Compare them with the source.");
            return;
        }
        Map<String, ContentHash> expected = readSums();
        Map<String, HashedFile> present = new LinkedHashMap<>();
        pack.hashedFiles().forEach(file -> present.put(file.path(), file));
        expected.forEach((path, hash) -> {
            HashedFile file = present.get(path);
            if (file == null) {
                add(
                        "file.missing",
                        path,
                        "This file is listed in SHA256SUMS and is not there. Copy the pack again.");
            } else if (!file.sha256().equals(hash)) {
                differing(file, expected);
            }
        });
        present.keySet().stream()
                .filter(path -> !expected.containsKey(path) && !path.equals(ModelPack.SUMS))
                .forEach(path ->
                        add(
                                "file.unlisted",
                                path,
                                "This file is not listed in SHA256SUMS."
                                        + " Remove it, unless you know who put it there."));
    }

    private Map<String, ContentHash> readSums() {
        var sums = new LinkedHashMap<String, ContentHash>();
        for (String line : lines(ModelPack.SUMS)) {
            String[] parts = line.strip().split(" [ *]", 2);
            if (parts.length == 2 && ContentHash.isHex(parts[0])) {
                sums.put(parts[1].strip(), new ContentHash(parts[0]));
            } else if (!line.isBlank()) {
                add(
                        "sums.malformed",
                        ModelPack.SUMS,
                        "A line is not a SHA-256, two spaces and a path: \"" + line + "\".");
            }
        }
        return sums;
    }

    private void differing(HashedFile file, Map<String, ContentHash> expected) {
        Optional<String> twin =
                expected.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(file.sha256()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (file.bytes() == 0) {
            add(
                    "file.empty",
                    file.path(),
                    "The file has no bytes. Copy the pack again; the disk may have been full.");
        } else if (twin.isPresent()) {
            add(
                    "file.swapped",
                    file.path(),
                    "The file holds the bytes of "
                            + twin.get()
                            + ": two files were swapped or copied to the wrong place."
                            + " Put each where SHA256SUMS lists it.");
        } else if (isTruncatedGraph(file.path())) {
            add("file.truncated", file.path(), "The file is cut off. Copy or download it again.");
        } else {
            add(
                    "file.changed",
                    file.path(),
                    "The file is not the one its maker gave out: its SHA-256 is "
                            + file.sha256()
                            + ", listed is "
                            + expected.get(file.path())
                            + ". Copy the pack again, or ask who"
                            + " changed it.");
        }
    }

    private boolean isTruncatedGraph(String path) {
        if (!path.endsWith(".onnx")) {
            return false;
        }
        try {
            OnnxSignature.read(pack.folder().resolve(path));
            return false;
        } catch (OnnxUnreadable e) {
            return e.isTruncated();
        }
    }

    private void requiredFiles() {
        if (pack.kind() != PackKind.DIFFUSION) {
            return;
        }
        for (String path :
                List.of(
                        "text_encoder/model.onnx",
                        "unet/model.onnx",
                        "unet/config.json",
                        "vae_decoder/model.onnx",
                        "vae_decoder/config.json",
                        "scheduler/scheduler_config.json")) {
            if (!Files.isRegularFile(pack.folder().resolve(path))) {
                add(
                        "file.missing",
                        path,
                        "A pack for pictures needs this file and it is not there. Copy the pack again.");
            }
        }
    }

    private void graphs() {
        for (String path : pack.files()) {
            if (!path.endsWith(".onnx")) {
                continue;
            }
            try {
                OnnxSignature signature = OnnxSignature.read(pack.folder().resolve(path));
                externalFiles(path, signature);
                GraphRole.ofFolder(path).ifPresent(role -> role(path, role, signature));
            } catch (OnnxUnreadable e) {
                add(
                        e.isTruncated() ? "file.truncated" : "graph.unreadable",
                        path,
                        "The file is "
                                + (e.isTruncated() ? "cut off" : "no ONNX graph")
                                + " ("
                                + e.getMessage()
                                + "). Copy or download it again.");
            }
        }
    }

    private void externalFiles(String path, OnnxSignature signature) {
        Path folder =
                Optional.ofNullable(pack.folder().resolve(path).getParent()).orElse(pack.folder());
        for (String name : signature.externalFiles()) {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(pack.folder())) {
                add(
                        "weights.outside",
                        path,
                        "The graph wants weights from outside the pack ("
                                + name
                                + "). Do not use this pack: it could read any file of yours.");
            } else if (!Files.isRegularFile(file)) {
                add(
                        "weights.missing",
                        path,
                        "The graph keeps its weights in "
                                + name
                                + " beside it, and that file is not there. Copy the whole folder.");
            }
        }
    }

    private void role(String path, GraphRole role, OnnxSignature signature) {
        if (!role.fits(signature)) {
            String looks =
                    GraphRole.guess(signature)
                            .map(guess -> " It looks like " + guess.words() + ".")
                            .orElse("");
            add(
                    "graph.role",
                    path,
                    "The graph is not "
                            + role.words()
                            + ", which belongs in this folder."
                            + looks
                            + " Put each file where it belongs, or copy the pack again.");
            return;
        }
        role.wrongTypes(signature).forEach(words -> add("graph.type", path, words));
    }

    private void configurations() {
        for (String path : pack.files()) {
            if (!path.endsWith("config.json") && !path.equals(ModelPack.INDEX)) {
                continue;
            }
            try {
                JsonReader.parseObject(Files.readAllBytes(pack.folder().resolve(path)));
            } catch (MalformedJson e) {
                add(
                        "config.broken",
                        path,
                        "The file is not the JSON it should be ("
                                + e.getMessage()
                                + "). Copy the pack again.");
            } catch (IOException e) {
                throw new PackUnreadable(pack.folder().resolve(path), e);
            }
        }
    }

    private void licence() {
        if (pack.licence().equals(PackCard.NO_LICENCE)) {
            add(
                    "licence.unknown",
                    "LICENSE",
                    "The pack names no licence. Find out from its source what its pictures may"
                            + " be used for before you use them.");
        }
    }

    private List<String> lines(String path) {
        Path file = pack.folder().resolve(path);
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new PackUnreadable(file, e);
        }
    }
}
