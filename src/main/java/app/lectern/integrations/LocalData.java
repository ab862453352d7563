package app.lectern.integrations;

/// Something that a room keeps on this computer for an integration and that goes with it when it is deleted.
public interface LocalData {
    /// Key of its name in the bundle: such as `local-data.waits`, with the count as `{0}`.
    String name();

    long count(Integration of);

    void remove(Integration of);
}
