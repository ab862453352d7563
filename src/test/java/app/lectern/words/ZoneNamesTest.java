package app.lectern.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.school.TimeZones;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ZoneNamesTest {
    @Test
    void windowsNamesAndUsualOnesAreKnownInAnyCase() {
        assertThat(ZoneNames.find("W. Europe Standard Time")).hasValue(ZoneId.of("Europe/Berlin"));
        assertThat(ZoneNames.find(" w. europe standard time ")).hasValue(ZoneId.of("Europe/Berlin"));
        assertThat(ZoneNames.find("europe/berlin")).hasValue(ZoneId.of("Europe/Berlin"));
        assertThat(ZoneNames.find("UTC")).hasValue(ZoneId.of("UTC"));
        assertThat(ZoneNames.find("Middle Earth Standard Time")).isEmpty();
        assertThat(ZoneNames.find("")).isEmpty();
    }

    @Test
    void whatIsNotKnownStaysAsItWasWritten() {
        assertThat(ZoneNames.usual("GMT Standard Time")).isEqualTo("Europe/London");
        assertThat(ZoneNames.usual("Customized Time Zone")).isEqualTo("Customized Time Zone");
    }

    @Test
    void everyZoneThatExchangeKnowsHereIsTheSameOne() {
        assertThat(TimeZones.windowsNames()).isNotEmpty().allSatisfy(name ->
                assertThat(ZoneNames.find(name)).as(name).isEqualTo(TimeZones.find(name)));
    }
}
