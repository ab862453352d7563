package app.lectern.graph;

import com.microsoft.kiota.RequestOption;

/// Marks a POST or PATCH whose repetition changes nothing, so that [Retry] may repeat it:
/// `config -> config.options.add(IdempotentWrite.MARK)`.
public final class IdempotentWrite implements RequestOption {
    public static final IdempotentWrite MARK = new IdempotentWrite();

    private IdempotentWrite() {}

    @Override
    @SuppressWarnings("unchecked")
    public <T extends RequestOption> Class<T> getType() {
        return (Class<T>) IdempotentWrite.class;
    }
}
