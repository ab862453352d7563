package app.lectern.recordings;

import app.lectern.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of `recording_text` and `recording_spoken`.
final class TranscriptTextStore {
    private final Store store;

    TranscriptTextStore(Store store) {
        this.store = store;
    }

    record Found(Recording recording, String text) {}

    Optional<String> find(long recording) {
        return store.read(handle -> handle.createQuery("SELECT content FROM recording_text WHERE recording_id = :id").bind("id", recording)
                .mapTo(String.class).findOne());
    }

    void keep(long recording, String text, String said, Instant now) {
        store.change(handle -> {
            handle.createUpdate("MERGE INTO recording_text (recording_id, content, read_at) KEY (recording_id) VALUES (:id, :text, :now)")
                    .bind("id", recording).bind("text", text).bind("now", now).execute();
            handle.createUpdate("DELETE FROM recording_spoken WHERE recording_id = :id").bind("id", recording).execute();
            var batch = handle.prepareBatch("INSERT INTO recording_spoken (word, recording_id) VALUES (:word, :id)");
            RecordingWordsStore.words(said).forEach(word -> batch.bind("word", word).bind("id", recording).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    List<Found> saying(long integration, List<String> words, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        var sql = new StringBuilder("SELECT r.*, t.content FROM recording r JOIN recording_text t ON t.recording_id = r.id WHERE r.integration_id = :of");
        for (int at = 0; at < words.size(); at++) {
            sql.append(" AND r.id IN (SELECT recording_id FROM recording_spoken WHERE word >= :word").append(at).append(" AND word < :beyond").append(at).append(")");
        }
        sql.append(" ORDER BY r.recorded_at DESC, r.id FETCH FIRST ").append(most).append(" ROWS ONLY");
        return store.read(handle -> {
            var query = handle.createQuery(sql.toString()).bind("of", integration);
            for (int at = 0; at < words.size(); at++) {
                query.bind("word" + at, words.get(at)).bind("beyond" + at, words.get(at) + Character.MAX_VALUE);
            }
            return query.map((row, context) -> new Found(RecordingsStore.RECORDING.map(row, context), row.getString("content"))).list();
        });
    }
}
