package app.lectern.recordings.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.integrations.Integration;
import app.lectern.integrations.Room;
import app.lectern.integrations.permissions.PermissionReport;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.jobs.Progress;
import app.lectern.recordings.Recording;
import app.lectern.recordings.RecordingKind;
import app.lectern.recordings.RecordingRows;
import app.lectern.recordings.RecordingSettings;
import app.lectern.recordings.RecordingState;
import app.lectern.recordings.RecordingsRoom;
import app.lectern.recordings.SortBy;
import app.lectern.recordings.StateFilter;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.Later;
import app.lectern.shell.ManualLater;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsViewModelTest {
    @TempDir
    Path folder;
    private final Map<String, Integration> integrations = new HashMap<>();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final List<Integration> synced = new ArrayList<>();
    private final List<ManualLater> pauses = new ArrayList<>();
    private PermissionReport report;
    private RecordingsRoom with;
    private Room room;
    private Integration integration;
    private RecordingsViewModel model;

    @BeforeEach
    void open() {
        with = new RecordingsRoom(folder);
        room = with.room;
        integration = with.integration;
        choose(integration);
        RecordingRows.insert(room.store, integration, 50, room.clock.instant().minus(Duration.ofDays(1)));
        model = new RecordingsViewModel(Desks.of(with), integrations::get, choice,
                new RecordingsViewModel.Permissions(of -> Optional.ofNullable(report), of -> {}), synced::add, new InlineTaskRunner(), this::pause, room.words, room.clock);
        model.selectRow().subscribe(row -> row.ifPresent(at -> model.selected(List.of(at))));
        model.load();
    }

    @AfterEach
    void close() {
        with.close();
    }

    private Later pause() {
        pauses.add(new ManualLater());
        return pauses.getLast();
    }

    private void choose(Integration of) {
        integrations.put(of.key(), of);
        choice.set(new Choice(of.key(), of.name(), "Client secret", "Connected", Health.OK, true));
    }

    private List<Recording> lines() {
        return model.rows().stream().filter(RecordingRow.Line.class::isInstance).map(row -> ((RecordingRow.Line) row).recording()).toList();
    }

    @Test
    void theWholeLibraryIsListedTheNewestFirstAndTheFirstIsChosen() {
        assertThat(model.rows()).hasSize(150);
        assertThat(lines()).isSortedAccordingTo((one, other) -> other.recordedAt().compareTo(one.recordedAt()));
        var details = model.details().get().data().orElseThrow();
        assertThat(details.recording()).isEqualTo(lines().getFirst());
        assertThat(details.companions()).hasSize(2);
        assertThat(model.head().about().get()).startsWith("150 items from 50 meetings");
    }

    @Test
    void eachFilterNarrowsTheList() {
        model.filter().kinds.set(Set.of(RecordingKind.VIDEO));
        assertThat(lines()).hasSize(50).allMatch(one -> one.kind() == RecordingKind.VIDEO);
        model.filter().text.set("passe");
        assertThat(model.rows()).as("typing waits").hasSize(50);
        pauses.getFirst().flush();
        assertThat(lines()).hasSize(10).allMatch(one -> one.title().startsWith("Le passé composé"));
        model.filter().clear();
        assertThat(model.rows()).hasSize(150);
        model.filter().organiser.set(Optional.of(new FilterViewModel.Named<>("owner-1", "Daniel Osei")));
        assertThat(lines()).hasSize(30).allMatch(one -> one.organiser().equals("Daniel Osei"));
        model.filter().size.set(SizeBand.UNDER_1_GB);
        assertThat(lines()).hasSize(10).allMatch(one -> one.size().orElseThrow() >= 100_000_000);
        model.filter().only(StateFilter.REMOVED);
        assertThat(model.rows()).hasSize(1);
        model.filter().only(StateFilter.DAMAGED);
        assertThat(model.rows()).hasSize(30);
        model.filter().clear();
        model.filter().period.set(DateRange.LAST_7_DAYS);
        assertThat(lines()).isNotEmpty().hasSizeLessThan(30).allMatch(one -> one.recordedAt().isAfter(room.clock.instant().minus(Duration.ofDays(8))));
        var first = lines().getFirst();
        model.filter().only(first.meeting().orElseThrow(), first.meetingTitle());
        assertThat(model.rows()).hasSize(3);
        assertThat(model.filter().isSet().get()).isTrue();
    }

    @Test
    void whatEndsIsWarnedOfSoManyDaysBeforeAsTheSettingsSay() {
        assertThat(model.head().expiringWords().get()).as("the oldest is kept for two more months").isEmpty();

        with.choices.keep(integration, RecordingSettings.USUAL.tenantDays(40).warnDays(10));
        model.load();
        long ending = lines().stream().filter(one -> one.kind() == RecordingKind.VIDEO && one.state() == RecordingState.AVAILABLE)
                .filter(one -> age(one) >= 30 && age(one) < 40).count();
        assertThat(ending).isPositive();
        assertThat(model.head().expiringWords().get()).isEqualTo(ending + " recordings are removed by Teams within 10 days");
        assertThat(lines()).filteredOn(one -> model.text().expiry(one).isPresent()).hasSize((int) ending);
        model.filter().only(StateFilter.EXPIRING);
        assertThat(lines()).hasSize((int) ending).allMatch(one -> model.text().expiry(one).isPresent());

        with.choices.keep(integration, RecordingSettings.USUAL.tenantDays(40).warnDays(0));
        model.load();
        assertThat(model.rows()).isEmpty();
        assertThat(model.head().expiringWords().get()).isEmpty();
    }

    private double age(Recording of) {
        return Duration.between(of.recordedAt(), room.clock.instant()).toMillis() / (double) Duration.ofDays(1).toMillis();
    }

    @Test
    void everyColumnSortsBothWays() {
        for (var by : SortBy.values()) {
            for (boolean down : new boolean[] {false, true}) {
                model.sort(by, down);
                assertThat(lines()).as(by + " " + down).hasSize(150);
            }
        }
        model.sort(SortBy.SIZE, false);
        assertThat(lines()).isSortedAccordingTo((one, other) -> Long.compare(one.size().orElseThrow(), other.size().orElseThrow()));
        model.sort(SortBy.TITLE, true);
        assertThat(lines().getFirst().title()).startsWith("Reaction rates");
    }

    @Test
    void groupsAreMeetingsAndCloseAndOpen() {
        model.grouped().set(true);
        assertThat(model.rows()).hasSize(200);
        var heading = (RecordingRow.Heading) model.rows().getFirst();
        assertThat(heading.group().recordings()).isEqualTo(3);
        assertThat(model.details().get().data().orElseThrow().recording().meeting()).isEqualTo(heading.group().meeting());
        model.toggle(heading.group().key());
        assertThat(model.rows()).hasSize(197);
        assertThat(((RecordingRow.Heading) model.rows().getFirst()).open()).isFalse();
        model.toggle(heading.group().key());
        assertThat(model.rows()).hasSize(200);
    }

    @Test
    void allThatMatchAreChosenWithoutBeingInSight() {
        model.filter().kinds.set(Set.of(RecordingKind.TRANSCRIPT));
        model.selectEverything();
        assertThat(model.head().chosenWords().get()).startsWith("All 50 chosen");
        var all = new ArrayList<Recording>();
        model.withChosen(all::addAll);
        assertThat(all).hasSize(50);
        model.selected(List.of(0, 1));
        all.clear();
        model.withChosen(all::addAll);
        assertThat(all).hasSize(2);
    }

    @Test
    void anotherIntegrationShowsItsOwnAndKeepsNoFilterOfTheOneBefore() throws Exception {
        model.filter().organiser.set(Optional.of(new FilterViewModel.Named<>("owner-1", "Daniel Osei")));
        var other = room.connected(room.tenant.apps().bare());
        choose(other);
        assertThat(model.rows()).isEmpty();
        assertThat(model.isEmptyLibrary()).isTrue();
        assertThat(model.details().get().data()).isEmpty();
        model.syncNow();
        assertThat(synced).containsExactly(other);
        report = room.permissions.report(other, Progress.NONE);
        model.load();
        assertThat(model.missing().get()).contains(report);
        choose(integration);
        assertThat(model.rows()).hasSize(150);
    }

    @Test
    void organisersAndMeetingsAreFoundByTyping() {
        var found = new ArrayList<String>();
        model.lookups().organisers("os", owners -> owners.forEach(one -> found.add(one.title() + ", " + one.detail())), refused -> {
            throw new AssertionError(refused);
        });
        assertThat(found).containsExactly("Daniel Osei, 30 recordings");
        found.clear();
        model.lookups().meetings("enzymes patel", meetings -> meetings.forEach(one -> found.add(one.title())), refused -> {
            throw new AssertionError(refused);
        });
        assertThat(found).hasSize(10).allMatch(title -> title.equals("Year 10: Enzymes"));
        var first = lines().getFirst();
        var near = new ArrayList<Long>();
        model.lookups().near(first, "", meetings -> meetings.forEach(one -> one.value().ifPresent(near::add)), refused -> {
            throw new AssertionError(refused);
        });
        assertThat(near.getFirst()).isEqualTo(first.meeting().orElseThrow());
    }
}
