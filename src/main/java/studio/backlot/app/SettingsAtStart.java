package studio.backlot.app;

import studio.backlot.ui.shell.Settings;
import studio.backlot.ui.shell.SettingsStore;

/// The settings as they were read before the window's thread began, and the store that keeps later
/// ones.
record SettingsAtStart(Settings read, SettingsStore kept) implements SettingsStore {
    @Override
    public void write(Settings settings) {
        kept.write(settings);
    }
}
