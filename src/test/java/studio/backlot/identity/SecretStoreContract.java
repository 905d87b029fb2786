package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [SecretStore] must do.
public abstract class SecretStoreContract {
    private static final byte[] SECRET = {1, 2, 3, 0, -1};

    /// An empty store.
    protected abstract SecretStore store() throws Exception;

    @Test
    void whatIsWrittenIsReadUntilItIsDeleted() throws Exception {
        SecretStore store = store();
        assertThat(store.read("log-key.1")).isEmpty();

        store.write("log-key.1", SECRET);
        assertThat(store.read("log-key.1")).contains(SECRET);
        assertThat(store.read("log-key.2")).isEmpty();

        store.delete("log-key.1");
        store.delete("log-key.1");
        assertThat(store.read("log-key.1")).isEmpty();
    }

    @Test
    void aSecondWriteReplacesTheFirst() throws Exception {
        SecretStore store = store();
        store.write("key", SECRET);

        store.write("key", new byte[0]);

        assertThat(store.read("key")).contains(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../key", "a/b", "Key", ".", "..", ".hidden", "clé", "a b"})
    void aNameThatIsNoNameIsRefused(String name) throws Exception {
        SecretStore store = store();

        assertThatThrownBy(() -> store.write(name, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
