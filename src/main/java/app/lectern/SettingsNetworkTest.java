package app.lectern;

import app.lectern.home.Settings;
import app.lectern.jobs.Progress;
import app.lectern.shell.settings.NetworkTest;
import app.lectern.vault.Secret;
import java.util.Arrays;
import java.util.function.Supplier;

/// Tries the network as it stands in the Settings screen, before anything depends on it.
final class SettingsNetworkTest implements NetworkTest {
    private final Supplier<Wiring> opened;

    SettingsNetworkTest(Supplier<Wiring> opened) {
        this.opened = opened;
    }

    @Override
    public String run(Settings.Network network, Progress progress) {
        var wiring = opened.get();
        return wiring.doctor.tryNetwork(wiring.network(network));
    }

    @Override
    public boolean hasProxyPassword() {
        return opened.get().hasProxyPassword();
    }

    @Override
    public void saveProxyPassword(char[] password) {
        try (var secret = Secret.of(password)) {
            opened.get().keepProxyPassword(secret);
        } finally {
            Arrays.fill(password, '\0');
        }
    }
}
