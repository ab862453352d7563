package app.lectern.integrations.permissions;

import java.util.List;
import java.util.Optional;

/// One entry of the catalogue: a permission as apps have it and as people delegate it, and what it is for. What it unlocks
/// is said by the text of its probe.
///
/// @param application absent where Microsoft offers it to people only, as `delegated` is where apps only get it
/// @param optional    whether Lectern works whole without it
public record Permission(Form application, Form delegated, Probe probe, List<Capability> unlocks, boolean optional) {
    /// @param id     of the role or scope in Microsoft Graph
    /// @param alsoBy wider permissions that include it
    public record Form(String name, String id, List<String> alsoBy, boolean adminConsent) {
        public Form {
            alsoBy = alsoBy == null ? List.of() : List.copyOf(alsoBy);
        }

        boolean isCoveredBy(List<String> granted) {
            return granted.stream().anyMatch(one -> one.equalsIgnoreCase(name) || alsoBy.contains(one));
        }
    }

    public Permission {
        unlocks = List.copyOf(unlocks);
    }

    public Optional<Form> form(boolean appOnly) {
        return Optional.ofNullable(appOnly ? application : delegated);
    }

    /// The name in Graph's spelling, for the way of signing in, or its other name where it is not offered there.
    public String name(boolean appOnly) {
        return form(appOnly).orElse(appOnly ? delegated : application).name();
    }
}
