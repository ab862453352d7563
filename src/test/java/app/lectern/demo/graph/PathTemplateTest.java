package app.lectern.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

    private static final String ALL_RECORDINGS = "/users/{user}/onlineMeetings/getAllRecordings"
            + "(meetingOrganizerUserId='{id}',startDateTime={from?},endDateTime={to?})";

    @Test
    void variablesAreDecodedAndLiteralsIgnoreCase() {
        assertThat(match("/users/{user}/onlineMeetings/{meeting}", "/Users/a%23EXT%23b/onlinemeetings/MSo+1%3D"))
                .contains(Map.of("user", "a#EXT#b", "meeting", "MSo+1="));
    }

    @Test
    void keysInBracketsAreSegmentsToo() {
        assertThat(match("/users/{user}/events", "/users('o''neil')/events")).contains(Map.of("user", "o'neil"));
    }

    @Test
    void namedKeysMatchAsFunctions() {
        assertThat(match("/applications(appId='{appId}')", "/applications(appId='123')")).contains(Map.of("appId", "123"));
        assertThat(match("/applications(appId='{appId}')", "/applications(appId=%27123%27)")).contains(Map.of("appId", "123"));
    }

    @Test
    void functionParametersMayBeLeftOutReorderedOrQualified() {
        assertThat(match(ALL_RECORDINGS, "/users/1/onlineMeetings/getAllRecordings(meetingOrganizerUserId='1')"))
                .contains(Map.of("user", "1", "id", "1"));
        assertThat(match(ALL_RECORDINGS, "/users/1/onlineMeetings/microsoft.graph.getAllRecordings(endDateTime=2026-01-02T00:00:00Z,"
                + "startDateTime=2026-01-01T00:00:00Z,meetingOrganizerUserId='1')"))
                .contains(Map.of("user", "1", "id", "1", "from", "2026-01-01T00:00:00Z", "to", "2026-01-02T00:00:00Z"));
        assertThat(match(ALL_RECORDINGS, "/users/1/onlineMeetings/getAllRecordings(startDateTime=2026-01-01T00:00:00Z)")).isEmpty();
        assertThat(match(ALL_RECORDINGS, "/users/1/onlineMeetings/getAllRecordings(meetingOrganizerUserId='1',other=2)")).isEmpty();
    }

    @Test
    void aliasesAreLookedUpInTheQuery() {
        var query = new GraphQuery(Map.of("@who", "'7'"));
        var found = new PathTemplate(ALL_RECORDINGS).match(
                PathTemplate.segments("/users/1/onlineMeetings/getAllRecordings(meetingOrganizerUserId=@who)"), query);
        assertThat(found.orElseThrow()).containsEntry("id", "7");
    }

    @Test
    void emptyBracketsOfFunctionsAreOptional() {
        assertThat(match("/users/{user}/events/delta", "/users/1/events/delta()")).isPresent();
        assertThat(match("/users/{user}/events/delta", "/users/1/events/microsoft.graph.delta()")).isPresent();
    }

    @Test
    void drivePathsAreOneVariable() {
        assertThat(match("/users/{user}/drive/root:/{path}:/children", "/users/1/drive/root:/Recordings/2026%20autumn:/children"))
                .contains(Map.of("user", "1", "path", "Recordings/2026 autumn"));
        assertThat(match("/users/{user}/drive/root:/{path}", "/users/1/drive/root:/Recordings"))
                .contains(Map.of("user", "1", "path", "Recordings"));
    }

    @Test
    void systemSegmentsAreNoIds() {
        assertThat(match("/users/{user}", "/users/$count")).isEmpty();
    }

    private static Optional<Map<String, String>> match(String template, String path) {
        return new PathTemplate(template).match(PathTemplate.segments(path), new GraphQuery(Map.of()));
    }
}
