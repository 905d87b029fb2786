import org.jspecify.annotations.NullMarked;

/// Backlot: generative background plates and scenes for film and television, with a provenance
/// ledger of every asset.
@NullMarked
module studio.backlot {
    requires com.microsoft.onnxruntime;
    requires info.picocli;
    requires java.management;
    requires java.sql;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;
    requires jdk.unsupported;
    requires xmpcore;

    opens studio.backlot.cli to
            info.picocli;
}
