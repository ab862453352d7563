package app.lectern.integrations.permissions;

import app.lectern.store.Snapshots;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Every permission that a feature of Lectern uses, as data: with its ids in Microsoft Graph and what it unlocks.
public final class PermissionCatalogue {
    public static final String GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000";
    private static final String DATA = "/app/lectern/integrations/permissions.json";

    /// What is asked for of a permission: itself, or what is narrower and only reads.
    public record Asked(Permission permission, Permission.Form form) {
        public String name() {
            return form.name();
        }

        boolean onlyReads() {
            return permission.reading() != null && (form.equals(permission.reading().application()) || form.equals(permission.reading().delegated()));
        }
    }

    private final List<Permission> permissions;

    private PermissionCatalogue(List<Permission> permissions) {
        this.permissions = List.copyOf(permissions);
    }

    public static PermissionCatalogue load() {
        try (var data = PermissionCatalogue.class.getResourceAsStream(DATA)) {
            return new PermissionCatalogue(Snapshots.readData(data.readAllBytes(), new TypeReference<List<Permission>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Permission> all() {
        return permissions;
    }

    public List<Permission> required() {
        return permissions.stream().filter(one -> !one.optional()).toList();
    }

    /// The least that these jobs need.
    public List<Asked> least(AppJobs jobs, boolean appOnly) {
        return permissions.stream()
                .filter(one -> jobs.askFor(one, permissions))
                .flatMap(one -> one.least(jobs, appOnly).map(form -> new Asked(one, form)).stream()).toList();
    }

    /// By its name in Graph's spelling, as apps or as people have it, or by that of its narrower form.
    public Optional<Permission> find(String name) {
        return permissions.stream()
                .filter(one -> one.names().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
