package app.lectern.sync;

import app.lectern.words.Words;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says whether all that a first sync saw is kept.
public record FirstSyncWords(Words words) {
    public String sentence(FirstSync first) {
        return first.isWhole() ? words.text("sync.first.whole", list(first.seen()))
                : words.text("sync.first.less", list(first.seen()), list(first.stored()));
    }

    private String list(Map<Facet, Long> counts) {
        return new TreeMap<>(counts).entrySet().stream().map(each -> words.text("sync.first.one", words.of(each.getKey()), words.count(each.getValue())))
                .collect(Collectors.joining(" · "));
    }
}
