package app.lectern;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.vault.Secret;
import java.util.Arrays;

/// Tries the network as it stands in the Settings screen, before anything depends on it.
final class SettingsNetworkTest implements NetworkTest {
    private final Wiring wiring;

    SettingsNetworkTest(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public String run(Settings.Network network, Progress progress) {
        return wiring.doctor.tryNetwork(wiring.network(network));
    }

    @Override
    public boolean hasProxyPassword() {
        return wiring.hasProxyPassword();
    }

    @Override
    public void saveProxyPassword(char[] password) {
        try (var secret = Secret.of(password)) {
            wiring.keepProxyPassword(secret);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
