package app.lectern.meetings.screen;

import app.lectern.accounts.MailAddress;
import app.lectern.meetings.Attendee;
import app.lectern.meetings.planning.Planned;
import app.lectern.meetings.planning.SlotFault;
import app.lectern.meetings.planning.SlotField;
import app.lectern.meetings.planning.SlotText;
import app.lectern.shell.controls.PeopleText.Person;
import app.lectern.words.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The plan in the editor: what was entered, what is wrong with it and at which field, and whether it differs from what was there before.
final class PlanViewModel {
    private final SlotText text;
    private final Words words;
    private final ReadOnlyObjectWrapper<Planned> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<SlotField, String>> faults = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper filled = new ReadOnlyIntegerWrapper();
    private Planned before;
    private Function<Planned, List<SlotFault>> check = any -> List.of();
    private List<SlotFault> found = List.of();
    private List<SlotFault> asked = List.of();
    private boolean startUnread;
    private boolean endUnread;
    private boolean touched;

    PlanViewModel(Words words, LocalDateTime now) {
        this.text = new SlotText(words);
        this.words = words;
        before = Planned.at("", now.truncatedTo(ChronoUnit.HOURS).plusHours(1), words.zone());
        plan.set(before);
    }

    ReadOnlyObjectProperty<Planned> plan() {
        return plan.getReadOnlyProperty();
    }

    Planned get() {
        return plan.get();
    }

    /// Counts how often the plan was replaced as a whole, so that the fields know when to show it anew.
    ReadOnlyIntegerProperty filled() {
        return filled.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /// Whether it cannot be created or saved as it is.
    ReadOnlyBooleanProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /// Puts another plan into the editor. Nothing is said about what is still missing until something has been entered.
    void fill(Planned now, Function<Planned, List<SlotFault>> checking) {
        check = checking;
        fill(now);
    }

    void fill(Planned now) {
        before = now;
        startUnread = false;
        endUnread = false;
        touched = false;
        asked = List.of();
        plan.set(now);
        judge();
        filled.set(filled.get() + 1);
    }

    /// The fields show what the plan says, after it was changed by other means.
    void show() {
        filled.set(filled.get() + 1);
    }

    void revert() {
        fill(before);
    }

    /// The same plan is what was there before: it has been kept.
    void kept() {
        before = plan.get();
        judge();
    }

    void change(UnaryOperator<Planned> how) {
        touched = true;
        plan.set(how.apply(plan.get()));
        asked = List.of();
        judge();
    }

    /// From now on what is missing is said too.
    void say() {
        touched = true;
        judge();
    }

    /// The day and the times as they were typed. The meeting keeps its length when only its beginning is moved.
    void times(LocalDate day, String from, String until, boolean beginningMoved) {
        var now = plan.get();
        var start = TimeText.read(from);
        var end = TimeText.read(until);
        startUnread = start.isEmpty();
        endUnread = end.isEmpty();
        var begins = day.atTime(start.orElse(now.start().toLocalTime()));
        var ends = beginningMoved && start.isPresent() ? begins.plus(java.time.Duration.between(now.start(), now.end()))
                : end(begins, end.orElse(now.end().toLocalTime()), now);
        change(was -> was.withTimes(begins, ends));
    }

    /// A meeting that went over midnight goes on doing so.
    private static LocalDateTime end(LocalDateTime begins, LocalTime time, Planned now) {
        long nights = ChronoUnit.DAYS.between(now.start().toLocalDate(), now.end().toLocalDate());
        return begins.toLocalDate().plusDays(nights).atTime(time);
    }

    void zone(ZoneId zone) {
        change(was -> was.withZone(zone));
    }

    void people(List<Person> some, boolean required) {
        var all = new ArrayList<Attendee>();
        if (required) {
            some.forEach(person -> all.add(new Attendee(MailAddress.normalised(person.address()), person.name(), true)));
        }
        plan.get().attendees().stream().filter(attendee -> attendee.required() != required).forEach(all::add);
        if (!required) {
            some.forEach(person -> all.add(new Attendee(MailAddress.normalised(person.address()), person.name(), false)));
        }
        change(was -> was.withAttendees(all));
    }

    List<Person> people(boolean required) {
        return plan.get().attendees().stream().filter(attendee -> attendee.required() == required)
                .map(attendee -> new Person(attendee.address(), attendee.name())).toList();
    }

    private void judge() {
        found = Stream.concat(check.apply(plan.get()).stream(), asked.stream()).distinct().toList();
        var said = found.stream().filter(fault -> touched || !fault.isWrong())
                .collect(Collectors.groupingBy(SlotFault::field, Collectors.mapping(text::fault, Collectors.joining("\n"))));
        if (startUnread) {
            said.put(SlotField.START, words.text("meetings.editor.time-unread"));
        }
        if (endUnread) {
            said.put(SlotField.END, words.text("meetings.editor.time-unread"));
        }
        faults.set(Map.copyOf(said));
        wrong.set(startUnread || endUnread || found.stream().anyMatch(SlotFault::isWrong));
        changed.set(!plan.get().equals(before) || startUnread || endUnread);
    }

    /// What is wrong at this field, or worth knowing there; empty when nothing is.
    ObservableValue<String> at(SlotField field) {
        return faults.getReadOnlyProperty().map(all -> all.getOrDefault(field, ""));
    }

    /// What the tenant says beyond that, such as that the organiser cannot organise.
    void add(List<SlotFault> more) {
        touched = true;
        asked = more;
        judge();
    }

    /// What has to be asked before it is created.
    List<String> questions() {
        return found.stream().filter(SlotFault::asks).map(text::fault).toList();
    }

    /// The same times in the zones of others, as far as they are known and read otherwise.
    Optional<String> elsewhere() {
        var now = plan.get();
        if (now.zone().equals(words.zone()) || now.startsAt().atZone(words.zone()).toLocalDateTime().equals(now.start())) {
            return Optional.empty();
        }
        return Optional.of(words.text("meetings.editor.here", words.when(now.startsAt()), words.zone().getId()));
    }
}
