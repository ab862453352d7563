package app.lectern.integrations.permissions;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What an app is meant to do in a tenant. It is registered with what these jobs need and nothing beside.
public record AppJobs(Set<Capability> chosen) {
    /// All that Lectern does unless somebody asks for more.
    public static final AppJobs USUAL = new AppJobs(EnumSet.complementOf(EnumSet.of(Capability.READ_CHATS, Capability.ARCHIVE_RECORDINGS)));
    /// What meetings leave behind, with nothing that makes, changes or deletes.
    public static final AppJobs READ_ONLY = new AppJobs(EnumSet.of(Capability.READ_ATTENDANCE, Capability.GET_RECORDINGS, Capability.GET_TRANSCRIPTS));

    public AppJobs {
        chosen = Set.copyOf(chosen);
    }

    boolean has(Collection<Capability> any) {
        return any.stream().anyMatch(chosen::contains);
    }
}
