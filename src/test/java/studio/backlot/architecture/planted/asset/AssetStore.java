package studio.backlot.architecture.planted.asset;

/// Innocent: the port.
public interface AssetStore {
    void put(byte[] content);
}
