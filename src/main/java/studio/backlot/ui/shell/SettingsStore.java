package studio.backlot.ui.shell;

/// Keeps the [Settings] of this account between starts.
///
/// An implementation MUST give [Settings#first] where there are none or they cannot be read, and
/// MUST NOT fail a start because of them; where they cannot be kept they last until the window
/// closes.
public interface SettingsStore {
    Settings read();

    void write(Settings settings);

    /// A store that gives these and keeps nothing: for measurements, which leave nothing behind.
    static SettingsStore forgetful(Settings settings) {
        return new SettingsStore() {
            @Override
            public Settings read() {
                return settings;
            }

            @Override
            public void write(Settings forgotten) {
                // nothing is left behind
            }
        };
    }
}
