package app.lectern.integrations.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.integrations.Room;
import app.lectern.integrations.health.CheckStatus;
import app.lectern.integrations.setup.ReadinessItem.ReadinessPoint;
import app.lectern.jobs.Progress;
import app.lectern.problems.Problem.Code;
import app.lectern.problems.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    @TempDir
    private Path folder;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static CheckStatus status(List<ReadinessItem> items, ReadinessPoint point) {
        return items.stream().filter(each -> each.point() == point).findFirst().orElseThrow().status();
    }

    @Test
    void theListTicksItself() throws Exception {
        var of = room.accounts.setVerified(room.connected(room.tenant.apps().complete()), Room.SERVICE_ACCOUNT);
        assertThat(room.readiness.of(of)).filteredOn(ReadinessItem::isTicked).extracting(ReadinessItem::point)
                .containsExactly(ReadinessPoint.SERVICE_ACCOUNT_VERIFIED, ReadinessPoint.OWNER_NAMED);

        room.checks.run(of, Progress.NONE);
        assertThat(room.readiness.of(of)).filteredOn(item -> !item.isTicked()).extracting(ReadinessItem::point)
                .containsExactly(ReadinessPoint.TEST_MEETING_MADE);

        var meeting = room.meetings.make(of, of.serviceAccount(), Progress.NONE);
        assertThat(meeting.joinLink()).startsWith("https://teams.microsoft.com/");
        var calendar = room.tenant.school().calendars();
        assertThat(events(meeting.eventId())).isOne();
        room.readiness.tested(of);
        room.meetings.remove(of, meeting);
        assertThat(events(meeting.eventId())).isZero();
        room.meetings.remove(of, meeting);
        assertThat(room.readiness.isReady(of)).isTrue();
        assertThat(calendar).isNotNull();
    }

    private long events(String subjectId) {
        var person = room.tenant.school().person("lms-teams-service");
        return room.tenant.school().calendars().of(person).own().stream().filter(event -> "Lectern test meeting".equals(event.subject())).count();
    }

    @Test
    void aSecretThatEndsThisMonthIsNotReady() throws Exception {
        var of = room.connected();
        room.checks.run(of, Progress.NONE);
        var items = room.readiness.of(of);
        assertThat(status(items, ReadinessPoint.SECRET_LASTS)).isEqualTo(CheckStatus.WARNING);
        assertThat(status(items, ReadinessPoint.PERMISSIONS_GRANTED)).isEqualTo(CheckStatus.FAILED);
        assertThat(status(items, ReadinessPoint.SERVICE_ACCOUNT_VERIFIED)).isEqualTo(CheckStatus.WARNING);
    }

    @Test
    void anOrganiserWithoutTeamsGetsNoEventLeftBehind() {
        var of = room.connected();
        assertThatThrownBy(() -> room.meetings.make(of, "tomasz.nowak@northfield.example", Progress.NONE))
                .isInstanceOfSatisfying(ProblemException.class, thrown ->
                        assertThat(thrown.problem().code()).isEqualTo(Code.TEAMS_LINK_MISSING));
        var person = room.tenant.school().person("tomasz.nowak");
        assertThat(room.tenant.school().calendars().of(person).own()).noneMatch(event -> "Lectern test meeting".equals(event.subject()));
    }
}
