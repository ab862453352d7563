package app.lectern.integrations.permissions;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What an integration is for. Its app is registered with what these jobs need and nothing beside, and is judged by that.
///
/// @param chosen empty while nobody has chosen: the usual is asked for then, and whatever else was granted is used
public record AppJobs(Set<Capability> chosen) {
    public static final AppJobs ALL = new AppJobs(Set.of());
    /// What meetings leave behind, with nothing that makes, changes or deletes.
    public static final AppJobs READ_ONLY = new AppJobs(EnumSet.of(Capability.READ_ATTENDANCE, Capability.GET_RECORDINGS, Capability.GET_TRANSCRIPTS));
    private static final Set<Capability> USUAL = Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.READ_CHATS, Capability.ARCHIVE_RECORDINGS)));

    public AppJobs {
        chosen = Set.copyOf(chosen);
    }

    /// As it is kept; what a newer Lectern wrote there and this one does not know is left out.
    public static AppJobs read(String written) {
        return new AppJobs(Arrays.stream(Capability.values()).filter(each -> List.of(written.split(",")).contains(each.name())).collect(Collectors.toSet()));
    }

    public String written() {
        return chosen.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    /// Whether nobody has narrowed it.
    public boolean isAll() {
        return chosen.isEmpty();
    }

    public boolean include(Capability job) {
        return isAll() || chosen.contains(job);
    }

    public boolean includeAny(Collection<Capability> any) {
        return any.stream().anyMatch(this::include);
    }

    /// Those whose permissions are asked for, in their order.
    public List<Capability> asked() {
        return (isAll() ? USUAL : chosen).stream().sorted().toList();
    }

    boolean askFor(Collection<Capability> any) {
        return any.stream().anyMatch((isAll() ? USUAL : chosen)::contains);
    }

    /// Whether this permission is asked for. What is optional is, where a chosen job has nothing else.
    boolean askFor(Permission one, Collection<Permission> known) {
        if (!one.optional()) {
            return true;
        }
        var byRequired = known.stream().filter(each -> !each.optional()).flatMap(each -> each.unlocks().stream()).collect(Collectors.toSet());
        return askFor(one.unlocks().stream().filter(job -> !byRequired.contains(job)).toList());
    }
}
