package studio.backlot.workflow;

import java.nio.file.Path;

/// What the sample show is made of: the package with its plate, the card of whoever signed that,
/// and a script. How they were made is in `assets/README.md`.
public record SampleFiles(Path plates, Path card, Path script) {}
