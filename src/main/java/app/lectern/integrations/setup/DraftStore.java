package app.lectern.integrations.setup;

import app.lectern.store.Snapshots;
import app.lectern.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The rows of the table `setup_draft`.
final class DraftStore {
    private final Store store;

    DraftStore(Store store) {
        this.store = store;
    }

    SetupDraft add(SetupDraft fresh) {
        long id = store.write(handle -> handle.createUpdate("INSERT INTO setup_draft (draft, started_at, saved_at) VALUES ('', :started, :saved)")
                .bind("started", fresh.startedAt()).bind("saved", fresh.savedAt())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        var numbered = new SetupDraft(id, fresh.step(), fresh.done(), fresh.tenant(), fresh.app(), fresh.account(), fresh.ownership(),
                fresh.startedAt(), fresh.savedAt());
        save(numbered);
        return numbered;
    }

    void save(SetupDraft draft) {
        store.change(handle -> handle.createUpdate("UPDATE setup_draft SET draft = :draft, saved_at = :saved WHERE id = :id")
                .bind("id", draft.id()).bind("draft", Snapshots.write(draft)).bind("saved", draft.savedAt())
                .execute());
    }

    /// The one that was worked on last comes first.
    List<SetupDraft> list() {
        return store.read(handle -> handle.createQuery("SELECT draft FROM setup_draft ORDER BY saved_at DESC, id DESC").mapTo(String.class).list())
                .stream()
                .map(text -> Snapshots.read(text, SetupDraft.class).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<SetupDraft> find(long id) {
        return store.read(handle -> handle.createQuery("SELECT draft FROM setup_draft WHERE id = :id").bind("id", id).mapTo(String.class).findOne())
                .flatMap(text -> Snapshots.read(text, SetupDraft.class));
    }

    void remove(long id) {
        store.change(handle -> handle.createUpdate("DELETE FROM setup_draft WHERE id = :id").bind("id", id).execute());
    }
}
