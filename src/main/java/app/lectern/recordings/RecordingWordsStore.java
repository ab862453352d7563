package app.lectern.recordings;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// The words by which recordings are found, in the table `recording_word`.
final class RecordingWordsStore {
    private static final int LONGEST = 60;

    private RecordingWordsStore() {}

    /// Lower case and without accents, so that `passe` finds `passé`.
    static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word).distinct().toList();
    }

    static void write(Handle handle, long id, String text) {
        var batch = handle.prepareBatch("MERGE INTO recording_word (word, recording_id) KEY (word, recording_id) VALUES (:word, :id)");
        words(text).forEach(word -> batch.bind("word", word).bind("id", id).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
