package app.lectern.integrations.permissions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One entry of the catalogue: a permission as apps have it and as people delegate it, and what it is for. What it unlocks
/// is said by the text of its probe.
///
/// @param application absent where Microsoft offers it to people only, as `delegated` is where apps only get it
/// @param optional    whether Lectern works whole without it
/// @param reading     absent where nothing narrower is enough for anybody
public record Permission(Form application, Form delegated, Probe probe, List<Capability> unlocks, boolean optional, Reading reading) {
    /// A narrower permission that changes nothing, and the jobs for which it is enough.
    public record Reading(Form application, Form delegated, List<Capability> serves) {
        public Reading {
            serves = List.copyOf(serves);
        }
    }

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

    /// The least of it that these jobs need; empty when none of them does.
    Optional<Form> least(AppJobs jobs, boolean appOnly) {
        var served = reading == null ? List.<Capability>of() : reading.serves();
        if (jobs.has(unlocks.stream().filter(job -> !served.contains(job)).toList())) {
            return form(appOnly);
        }
        return jobs.has(served) ? Optional.ofNullable(appOnly ? reading.application() : reading.delegated()) : Optional.empty();
    }

    /// The narrower permission that does this job in its place, where it was granted.
    Optional<String> readingFor(Capability job, List<String> granted) {
        return reading == null || !reading.serves().contains(job) ? Optional.empty()
                : Stream.of(reading.application(), reading.delegated()).filter(form -> form != null && form.isCoveredBy(granted)).map(Form::name).findFirst();
    }

    /// The name in Graph's spelling, for the way of signing in, or its other name where it is not offered there.
    public String name(boolean appOnly) {
        return form(appOnly).orElse(appOnly ? delegated : application).name();
    }
}
