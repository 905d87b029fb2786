package studio.backlot.identity.keyring;

import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreContract;

class RememberedSecretsTest extends SecretStoreContract {
    @Override
    protected SecretStore store() {
        return new RememberedSecrets();
    }
}
