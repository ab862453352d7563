package app.lectern.integrations.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppJobsTest {
    @Test
    void whereNobodyHasChosenEverythingIsUsedAndTheUsualIsAskedFor() {
        assertThat(Capability.values()).allMatch(AppJobs.ALL::include);
        assertThat(AppJobs.ALL.asked()).hasSize(Capability.values().length - 2).doesNotContain(Capability.READ_CHATS, Capability.ARCHIVE_RECORDINGS);
    }

    @Test
    void whatWasChosenComesBackAsItWasKept() {
        assertThat(AppJobs.read(AppJobs.ALL.written())).isEqualTo(AppJobs.ALL);
        assertThat(AppJobs.READ_ONLY.written()).isEqualTo("READ_ATTENDANCE,GET_RECORDINGS,GET_TRANSCRIPTS");
        assertThat(AppJobs.read(AppJobs.READ_ONLY.written())).isEqualTo(AppJobs.READ_ONLY);
        assertThat(AppJobs.read("READ_CHATS,WASH_DISHES")).as("what a newer Lectern wrote").isEqualTo(new AppJobs(Set.of(Capability.READ_CHATS)));
    }

    @Test
    void whatIsNotChosenIsNeitherIncludedNorAskedFor() {
        assertThat(AppJobs.READ_ONLY.include(Capability.CREATE_MEETINGS)).isFalse();
        assertThat(AppJobs.READ_ONLY.includeAny(List.of(Capability.CREATE_MEETINGS, Capability.GET_RECORDINGS))).isTrue();
        assertThat(PermissionCatalogue.load().least(AppJobs.READ_ONLY, true)).extracting(PermissionCatalogue.Asked::name)
                .contains("OnlineMeetings.Read.All").doesNotContain("OnlineMeetings.ReadWrite.All", "MailboxSettings.Read", "Application.Read.All");
    }
}
