package app.lectern.sync.health;

import app.lectern.problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Health as other programs read it.
final class HealthJson {
    private final Function<Problem, Map<String, Object>> problems;
    private final HealthWords words;

    HealthJson(Function<Problem, Map<String, Object>> problems, HealthWords words) {
        this.problems = problems;
        this.words = words;
    }

    Map<String, Object> integration(IntegrationHealth of, List<TargetFigure> figures, boolean sound, boolean whole) {
        var one = new LinkedHashMap<String, Object>();
        one.put("integration", of.integration().name());
        one.put("id", of.integration().key());
        one.put("healthy", sound);
        one.put("state", name(of.state()));
        of.since().ifPresent(since -> one.put("since", since));
        of.problem().ifPresent(problem -> one.put("problem", problems.apply(problem)));
        of.lastGood().ifPresent(at -> one.put("last_good_sync", at));
        one.put("meetings", of.meetings());
        var counts = new LinkedHashMap<String, Object>();
        of.counts().forEach((facet, by) -> {
            var states = new LinkedHashMap<String, Integer>();
            for (var state : HealthState.values()) {
                states.put(name(state), by.getOrDefault(state, 0));
            }
            counts.put(name(facet), states);
        });
        one.put("facets", counts);
        one.put("off", of.off().stream().sorted().map(HealthJson::name).toList());
        one.put("failures", of.failures().stream().map(this::failure).toList());
        one.put("figures", figures(figures));
        if (whole) {
            one.put("troubles", of.troubles().stream().map(this::meeting).toList());
        }
        return one;
    }

    private static Map<String, Object> figures(List<TargetFigure> figures) {
        var all = new LinkedHashMap<String, Object>();
        for (var figure : figures) {
            var one = new LinkedHashMap<String, Object>();
            figure.value().ifPresent(value -> one.put("value", value));
            one.put(figure.atLeast() ? "target_at_least" : "target_below", figure.target());
            one.put("state", name(figure.state()));
            all.put(name(figure.kind()), one);
        }
        return all;
    }

    private Map<String, Object> failure(OpenFailure of) {
        var one = new LinkedHashMap<String, Object>();
        one.put("facet", name(of.facet()));
        of.meeting().ifPresent(id -> one.put("meeting", id));
        one.put("subject", of.subject());
        one.put("since", of.since());
        one.put("times", of.times());
        one.put("problem", problems.apply(of.problem()));
        return one;
    }

    Map<String, Object> meeting(MeetingHealth of) {
        var one = new LinkedHashMap<String, Object>();
        one.put("meeting", of.meeting().id());
        one.put("subject", of.meeting().subject());
        one.put("organizer", of.meeting().organiser());
        one.put("start", of.meeting().start());
        one.put("end", of.meeting().end());
        one.put("state", name(of.state()));
        var facets = new LinkedHashMap<String, Object>();
        of.facets().forEach((facet, health) -> {
            var each = new LinkedHashMap<String, Object>();
            each.put("state", name(health.state()));
            health.since().ifPresent(since -> each.put("since", since));
            var why = words.why(health);
            if (!why.isEmpty()) {
                each.put("why", why);
            }
            health.problem().ifPresent(problem -> each.put("problem", problems.apply(problem)));
            facets.put(name(facet), each);
        });
        one.put("facets", facets);
        return one;
    }

    private static String name(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT);
    }
}
