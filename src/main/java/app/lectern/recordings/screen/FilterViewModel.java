package app.lectern.recordings.screen;

import app.lectern.recordings.ListFilter;
import app.lectern.recordings.Place;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.StateFilter;
import app.lectern.recordings.WarningSpan;
import app.lectern.shell.Later;
import app.lectern.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// By what the list is narrowed. Typing waits a moment; everything else holds at once.
public final class FilterViewModel {
    private static final Duration TYPING = Duration.ofMillis(300);

    /// An organiser or a meeting by which the list is narrowed, under its name.
    record Named<T>(T value, String name) {}

    /// A first and a last day, each of which may be open.
    record Days(Optional<LocalDate> first, Optional<LocalDate> last) {
        static final Days NONE = new Days(Optional.empty(), Optional.empty());
    }

    final StringProperty text = new SimpleStringProperty("");
    final ObjectProperty<Set<RecordingKind>> kinds = new SimpleObjectProperty<>(Set.of());
    final ObjectProperty<Set<Place>> places = new SimpleObjectProperty<>(Set.of());
    final ObjectProperty<Optional<Named<String>>> organiser = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Named<Long>>> meeting = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<DateRange> period = new SimpleObjectProperty<>(DateRange.ANY);
    final ObjectProperty<Days> days = new SimpleObjectProperty<>(Days.NONE);
    final ObjectProperty<SizeBand> size = new SimpleObjectProperty<>(SizeBand.ANY);
    final ObjectProperty<Set<StateFilter>> standings = new SimpleObjectProperty<>(Set.of());

    private final Words words;
    private final Clock clock;
    private final Later typing;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper set = new ReadOnlyBooleanWrapper();
    private boolean clearing;

    FilterViewModel(Later typing, Runnable changed, Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
        this.typing = typing;
        this.changed = changed;
        text.addListener((observed, before, now) -> {
            note();
            if (!clearing) {
                typing.run(TYPING, changed);
            }
        });
        List.<Property<?>>of(kinds, places, organiser, meeting, period, days, size, standings).forEach(each -> each.addListener((observed, before, now) -> {
            note();
            if (!clearing) {
                changed.run();
            }
        }));
    }

    private void note() {
        set.set(!text.get().isBlank() || !kinds.get().isEmpty() || !places.get().isEmpty() || organiser.get().isPresent() || meeting.get().isPresent()
                || period.get() != DateRange.ANY || size.get() != SizeBand.ANY || !standings.get().isEmpty());
    }

    /// Whether anything narrows the list.
    ReadOnlyBooleanProperty isSet() {
        return set.getReadOnlyProperty();
    }

    /// As the store takes it, once the time is known in which the end of a recording is warned of. What is typed or chosen
    /// afterwards does not change it.
    Function<WarningSpan, ListFilter> filter() {
        var all = new ListFilter(text.get().strip(), meeting.get().map(one -> OptionalLong.of(one.value())).orElse(OptionalLong.empty()),
                organiser.get().map(Named::value), period.get().from(clock.instant(), words.zone(), days.get().first()),
                period.get().until(words.zone(), days.get().last()), kinds.get(), places.get(), size.get().from(), size.get().until(), Set.of(),
                Optional.empty());
        var states = standings.get().toArray(StateFilter[]::new);
        return warning -> all.warning(warning).states(states);
    }

    /// The chosen days in words.
    String between() {
        var first = days.get().first().map(this::day);
        var last = days.get().last().map(this::day);
        return first.isPresent() && last.isPresent() ? words.text("recordings.filter.date.both", first.get(), last.get())
                : first.map(day -> words.text("recordings.filter.date.since", day)).or(() -> last.map(day -> words.text("recordings.filter.date.to", day))).orElse("");
    }

    private String day(LocalDate day) {
        return words.day(day.atStartOfDay(words.zone()).toInstant());
    }

    /// For another integration, whose organisers and meetings are others; nothing is read.
    void forget() {
        clearing = true;
        reset();
        clearing = false;
        note();
    }

    /// Nothing narrows the list any more; it is read once.
    void clear() {
        between(this::reset);
    }

    private void reset() {
        text.set("");
        kinds.set(Set.of());
        places.set(Set.of());
        organiser.set(Optional.empty());
        meeting.set(Optional.empty());
        period.set(DateRange.ANY);
        days.set(Days.NONE);
        size.set(SizeBand.ANY);
        standings.set(Set.of());
    }

    /// Only what stands so, whatever else narrowed the list before.
    void only(StateFilter standing) {
        between(() -> {
            reset();
            standings.set(Set.of(standing));
        });
    }

    void only(StateFilter standing, RecordingKind kind) {
        between(() -> {
            reset();
            standings.set(Set.of(standing));
            kinds.set(Set.of(kind));
        });
    }

    /// Only what belongs to this meeting.
    void only(long ofMeeting, String title) {
        between(() -> {
            reset();
            meeting.set(Optional.of(new Named<>(ofMeeting, title)));
        });
    }

    private void between(Runnable changes) {
        if (clearing) {
            changes.run();
            return;
        }
        clearing = true;
        changes.run();
        clearing = false;
        note();
        changed.run();
    }

    /// What was typed holds now.
    void typed() {
        typing.flush();
    }
}
