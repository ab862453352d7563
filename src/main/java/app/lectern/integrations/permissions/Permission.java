package app.lectern.integrations.permissions;

import java.util.List;
import java.util.Objects;
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

    Stream<String> names() {
        var narrow = reading == null ? Stream.<Form>of() : Stream.of(reading.application(), reading.delegated());
        return Stream.concat(Stream.of(application, delegated), narrow).filter(Objects::nonNull).map(Form::name);
    }

    public Optional<Form> form(boolean appOnly) {
        return Optional.ofNullable(appOnly ? application : delegated);
    }

    private List<Capability> served() {
        return reading == null ? List.of() : reading.serves();
    }

    /// Whether any of these jobs uses it, be it in its narrower form.
    boolean serves(AppJobs jobs) {
        return jobs.includeAny(unlocks) || jobs.includeAny(served());
    }

    /// What is looked for in a token: the least that these jobs need, or itself where none of them asks for it.
    Optional<Form> wanted(AppJobs jobs, boolean appOnly) {
        return least(jobs, appOnly).or(() -> form(appOnly));
    }

    /// The least of it that these jobs need; empty when none of them does.
    Optional<Form> least(AppJobs jobs, boolean appOnly) {
        var served = served();
        if (jobs.askFor(unlocks.stream().filter(job -> !served.contains(job)).toList())) {
            return form(appOnly);
        }
        return jobs.askFor(served) ? Optional.ofNullable(appOnly ? reading.application() : reading.delegated()) : Optional.empty();
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
