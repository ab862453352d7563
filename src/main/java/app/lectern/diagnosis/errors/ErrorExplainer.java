package app.lectern.diagnosis.errors;

import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Explains any error of Graph or Entra without asking anybody. Knows nothing of a tenant: what a fault means in one is for
/// the probes to find out.
public final class ErrorExplainer {
    private final ErrorReader reader = new ErrorReader();

    /// What was read, and the entry that fits, if any does.
    public record Explanation(SeenError seen, Optional<KnownError> known) {}

    public Explanation explain(CharSequence pasted) {
        var seen = reader.read(String.valueOf(pasted));
        return new Explanation(seen, find(seen));
    }

    public SeenError read(String body) {
        return reader.read(body);
    }

    public Optional<KnownError> find(SeenError seen) {
        var message = seen.message().toLowerCase(Locale.ROOT);
        // Entra's number outranks the general word beside it: invalid_grant is an expired code as well as a locked account
        var numbered = seen.aadsts() > 0 ? new SeenError(0, "AADSTS" + seen.aadsts(), "", "", "", 0) : null;
        if (numbered != null) {
            var exact = first(numbered, "");
            if (exact.isPresent()) {
                return exact;
            }
        }
        return first(seen, message);
    }

    private static Optional<KnownError> first(SeenError seen, String lowerMessage) {
        for (var entry : ErrorCatalogue.entries()) {
            if (entry.fits(seen, lowerMessage)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    public List<KnownError> catalogue() {
        return ErrorCatalogue.entries();
    }

    public List<KnownError> search(String text, Words words) {
        return text.isBlank() ? catalogue() : catalogue().stream().filter(entry -> entry.matches(text, words)).toList();
    }
}
