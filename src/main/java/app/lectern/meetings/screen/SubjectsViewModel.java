package app.lectern.meetings.screen;

import app.lectern.integrations.Integration;
import app.lectern.jobs.TaskRunner;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.bulk.MeetingPresets;
import app.lectern.meetings.planning.bulk.SubjectTemplate;
import app.lectern.problems.Problem;
import app.lectern.words.Words;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Subjects that are made from templates. The places of the one that was chosen follow the fields until the subject is written otherwise.
final class SubjectsViewModel {
    /// What was written before, so that another template can be tried, and what the template made of it.
    private record Chosen(SubjectTemplate template, String written, String made) {}

    private final MeetingPresets service;
    private final PlanViewModel plan;
    private final TaskRunner tasks;
    private final Words words;
    private final Consumer<Problem> failed;
    private final ReadOnlyObjectWrapper<List<SubjectTemplate>> kept = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<String>> byHand = new ReadOnlyObjectWrapper<>(Set.of());
    private Optional<Integration> in = Optional.empty();
    private Optional<Chosen> chosen = Optional.empty();

    SubjectsViewModel(MeetingPresets service, PlanViewModel plan, TaskRunner tasks, Words words, Consumer<Problem> failed) {
        this.service = service;
        this.plan = plan;
        this.tasks = tasks;
        this.words = words;
        this.failed = failed;
        plan.plan().addListener((observed, before, now) -> follow());
    }

    /// Another meeting is edited: its subject is its own.
    void read(Integration of) {
        in = Optional.of(of);
        forget();
        tasks.start(progress -> all(of), kept::set, failed);
    }

    /// The one that new meetings begin with stands first.
    private List<SubjectTemplate> all(Integration of) {
        return Stream.concat(Stream.of(service.defaults(of).template()).filter(usual -> !usual.isEmpty()), service.subjects(of).stream()).distinct().toList();
    }

    ReadOnlyObjectProperty<List<SubjectTemplate>> kept() {
        return kept.getReadOnlyProperty();
    }

    /// The places of the chosen template that no field fills in.
    ReadOnlyObjectProperty<Set<String>> byHand() {
        return byHand.getReadOnlyProperty();
    }

    /// What can be put between braces.
    Set<String> places() {
        return values(plan.get(), "").keySet();
    }

    /// The subject as it would be now.
    String preview(SubjectTemplate of) {
        return of.filled(values(plan.get(), written()));
    }

    void choose(SubjectTemplate template) {
        var written = written();
        var made = template.filled(values(plan.get(), written));
        chosen = Optional.of(new Chosen(template, written, made));
        byHand.set(template.unknown(places()));
        plan.change(was -> was.withSubject(made));
    }

    private String written() {
        return chosen.map(Chosen::written).orElseGet(() -> plan.get().subject());
    }

    private void follow() {
        if (chosen.isEmpty()) {
            return;
        }
        var last = chosen.get();
        if (!plan.get().subject().equals(last.made())) {
            forget();
            return;
        }
        var made = last.template().filled(values(plan.get(), last.written()));
        if (!made.equals(last.made())) {
            chosen = Optional.of(new Chosen(last.template(), last.written(), made));
            plan.change(was -> was.withSubject(made));
        }
    }

    private void forget() {
        chosen = Optional.empty();
        byHand.set(Set.of());
    }

    private Map<String, String> values(Planned now, String written) {
        var people = now.attendees().stream().filter(Attendee::required).map(SubjectsViewModel::name).toList();
        var values = new LinkedHashMap<String, String>();
        values.put("subject", written);
        values.put("attendee", people.stream().findFirst().orElse(""));
        values.put("attendees", people.stream().collect(Collectors.joining(", ")));
        values.put("organiser", now.organiser());
        values.put("category", now.category());
        values.put("date", DateTimeFormatter.ofPattern("d MMM yyyy", words.locale()).format(now.start()));
        values.put("weekday", now.start().getDayOfWeek().getDisplayName(TextStyle.FULL, words.locale()));
        values.put("time", DateTimeFormatter.ofPattern("HH:mm", words.locale()).format(now.start()));
        values.put("minutes", Long.toString(now.length().toMinutes()));
        return values;
    }

    private static String name(Attendee of) {
        return of.name().isBlank() ? of.address() : of.name();
    }

    void keep(String template) {
        change(of -> service.keep(of, new SubjectTemplate(template)));
    }

    void remove(SubjectTemplate template) {
        change(of -> service.remove(of, template));
    }

    private void change(Consumer<Integration> how) {
        in.ifPresent(of -> tasks.start(progress -> {
            how.accept(of);
            return all(of);
        }, kept::set, failed));
    }
}
