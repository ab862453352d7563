package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import app.lectern.demo.DemoDial;
import app.lectern.demo.DemoDial.Trouble;
import app.lectern.demo.DemoHost;
import app.lectern.demo.DemoOptions;
import app.lectern.demo.DemoTenant;
import app.lectern.home.Home;
import app.lectern.jobs.InlineTaskRunner;
import app.lectern.shell.IntegrationChoices.Choice;
import app.lectern.shell.IntegrationChoices.Health;
import app.lectern.shell.palette.PaletteEntry;
import app.lectern.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo tenant's dial: each trouble begins and ends, and the palette offers it only where there is something to turn.
class DemoTroublesTest {
    private final Words words = new Words(Locale.UK, ZoneOffset.UTC, Clock.systemUTC());
    private final List<String> told = new ArrayList<>();
    private DemoHost host;
    private DemoDial dial;

    @BeforeEach
    void open(@TempDir Path folder) {
        host = new DemoHost(new Home(folder.resolve("home")).prepare(), DemoOptions.standard(Clock.systemUTC()));
        dial = new DemoDial(host);
    }

    @AfterEach
    void close() {
        host.close();
    }

    private DemoTenant serving() {
        host.endpoint();
        return host.own().orElseThrow();
    }

    private List<PaletteEntry> palette(boolean simulated) {
        var found = new ArrayList<PaletteEntry>();
        var choice = new Choice("1", "Northfield College", "", "", Health.OK, simulated);
        new DemoTroubles(dial, () -> choice, new InlineTaskRunner(), words).source(told::add, problem -> {}).search("", found::addAll);
        return found;
    }

    @Test
    void whatGoesWrongGoesRightAgain() {
        var tenant = serving();
        for (var each : List.of(Trouble.THROTTLED, Trouble.SERVICE_DOWN, Trouble.SLOW)) {
            assertThat(dial.turn(each)).isTrue();
            assertThat(tenant.faults().strike("GET", "/v1.0/users")).as(each.name()).isPresent();
            assertThat(dial.on()).containsExactly(each);
            assertThat(dial.turn(each)).isFalse();
            assertThat(tenant.faults().strike("GET", "/v1.0/users")).as(each.name()).isEmpty();
        }
        dial.turn(Trouble.CONNECTION_CUT);
        assertThat(tenant.faults().strike("GET", "/v1.0/users")).isEmpty();
        assertThat(tenant.faults().strike("GET", "/storage/any")).isPresent();
        dial.reset();
        assertThat(dial.on()).isEmpty();
        assertThat(tenant.faults().strike("GET", "/storage/any")).isEmpty();
    }

    @Test
    void administratorsChangeTheirMindsToo() {
        var tenant = serving();
        var app = tenant.apps().lectern().appId();
        var ruth = tenant.school().people().find("ruth.okafor@northfield.example").orElseThrow().id();
        dial.turn(Trouble.POLICY_WITHDRAWN);
        assertThat(tenant.rules().hasAccessPolicy(app, ruth)).isFalse();
        dial.turn(Trouble.POLICY_WITHDRAWN);
        assertThat(tenant.rules().hasAccessPolicy(app, ruth)).isTrue();

        var drive = tenant.school().drives().of(tenant.school().people().find("lms-teams-service@northfield.example").orElseThrow());
        dial.turn(Trouble.DRIVE_FULL);
        assertThat(drive.used(Clock.systemUTC().instant())).isEqualTo(drive.total());
        dial.turn(Trouble.DRIVE_FULL);
        assertThat(drive.used(Clock.systemUTC().instant())).isLessThan(drive.total());

        var serial = tenant.faults().nextLink();
        assertThat(dial.turn(Trouble.LINKS_EXPIRED)).isTrue();
        assertThat(tenant.faults().isLinkExpired(serial)).isTrue();
        assertThat(tenant.faults().isLinkExpired(tenant.faults().nextLink())).as("the next address works again").isFalse();
        assertThat(dial.on()).isEmpty();
    }

    @Test
    void thePaletteOffersItForTheDemoTenantOnly() {
        assertThat(palette(true)).as("nobody serves a tenant yet").isEmpty();
        assertThat(dial.turn(Trouble.SLOW)).isFalse();
        var tenant = serving();
        assertThat(palette(false)).isEmpty();

        var entries = palette(true);
        assertThat(entries).hasSize(Trouble.values().length);
        entries.getFirst().action().run();

        assertThat(told).singleElement().asString().contains("429");
        assertThat(tenant.faults().strike("GET", "/v1.0/users")).isPresent();
        assertThat(palette(true).getFirst().detail()).isEqualTo("on");
    }
}
