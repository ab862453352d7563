package app.lectern.chats;

import app.lectern.integrations.Integration;
import app.lectern.store.Store;
import app.lectern.sync.Facet;
import app.lectern.sync.health.FacetHealth;
import app.lectern.sync.health.HealthSource;
import app.lectern.sync.health.HealthState;
import app.lectern.sync.health.HeldMeeting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of which meetings the chat is there. That one has none is nothing to report: many meetings go without a word.
public final class ChatsHealth implements HealthSource {
    private final ChatsStore store;

    public ChatsHealth(Store store) {
        this.store = new ChatsStore(store);
    }

    @Override
    public Facet facet() {
        return Facet.CHAT;
    }

    @Override
    public Map<Long, FacetHealth> of(Integration of, List<HeldMeeting> meetings, Instant now) {
        var newest = store.newestByThread(of.id());
        var all = new HashMap<Long, FacetHealth>();
        meetings.stream().filter(meeting -> newest.containsKey(meeting.thread()))
                .forEach(meeting -> all.put(meeting.id(), FacetHealth.of(HealthState.SYNCED, newest.get(meeting.thread()), "")));
        return all;
    }
}
