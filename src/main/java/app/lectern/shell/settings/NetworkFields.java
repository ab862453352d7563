package app.lectern.shell.settings;

import app.lectern.home.Settings;
import app.lectern.home.Settings.Network;
import app.lectern.home.Settings.ProxyMode;
import app.lectern.shell.LiveSettings;
import app.lectern.words.Words;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// The fields of the group Network.
public final class NetworkFields {
    private static final int MOST_SECONDS = 600;
    private static final int LAST_PORT = 65_535;

    private final Words words;
    private final LiveSettings settings;
    public final SettingField<ProxyMode> mode;
    public final SettingField<String> host;
    public final SettingField<String> port;
    public final SettingField<String> user;
    public final SettingField<String> caFile;
    public final SettingField<String> connectSeconds;
    public final SettingField<String> readSeconds;

    NetworkFields(LiveSettings settings, Words words) {
        this.words = words;
        this.settings = settings;
        mode = field(Network::proxy, (n, v) -> new Network(v, n.proxyHost(), n.proxyPort(), n.proxyUser(), n.caFile(),
                n.connectSeconds(), n.readSeconds()), value -> "");
        host = field(Network::proxyHost, (n, v) -> new Network(n.proxy(), v.strip(), n.proxyPort(), n.proxyUser(), n.caFile(),
                n.connectSeconds(), n.readSeconds()), this::checkHost);
        port = field(n -> n.proxyPort() == 0 ? "" : Integer.toString(n.proxyPort()), (n, v) -> new Network(n.proxy(), n.proxyHost(),
                v.isBlank() ? 0 : Integer.parseInt(v.strip()), n.proxyUser(), n.caFile(), n.connectSeconds(), n.readSeconds()), this::checkPort);
        user = field(Network::proxyUser, (n, v) -> new Network(n.proxy(), n.proxyHost(), n.proxyPort(), v.strip(), n.caFile(),
                n.connectSeconds(), n.readSeconds()), value -> "");
        caFile = field(Network::caFile, (n, v) -> new Network(n.proxy(), n.proxyHost(), n.proxyPort(), n.proxyUser(), v.strip(),
                n.connectSeconds(), n.readSeconds()), value -> Paths.check(value, words));
        connectSeconds = field(n -> Integer.toString(n.connectSeconds()), (n, v) -> new Network(n.proxy(), n.proxyHost(), n.proxyPort(),
                n.proxyUser(), n.caFile(), Integer.parseInt(v.strip()), n.readSeconds()), this::checkSeconds);
        readSeconds = field(n -> Integer.toString(n.readSeconds()), (n, v) -> new Network(n.proxy(), n.proxyHost(), n.proxyPort(),
                n.proxyUser(), n.caFile(), n.connectSeconds(), Integer.parseInt(v.strip())), this::checkSeconds);
    }

    private <T> SettingField<T> field(Function<Network, T> get, BiFunction<Network, T, Network> put, Function<T, String> check) {
        return new SettingField<>(settings, (Settings all) -> get.apply(all.network()),
                (all, value) -> all.with(put.apply(all.network(), value)), check);
    }

    /// Host, port and user matter only when a proxy is named.
    public BooleanBinding noProxyNamed() {
        return Bindings.createBooleanBinding(() -> mode.value().get() != ProxyMode.EXPLICIT, mode.value());
    }

    private String checkHost(String host) {
        return host.strip().matches("[A-Za-z0-9.:\\[\\]_-]*") ? "" : words.text("settings.wrong.host");
    }

    private String checkPort(String port) {
        return port.isBlank() || isBetween(port, 1, LAST_PORT) ? "" : words.text("settings.wrong.port");
    }

    private String checkSeconds(String seconds) {
        return isBetween(seconds, 1, MOST_SECONDS) ? "" : words.text("settings.wrong.seconds");
    }

    private static boolean isBetween(String number, int least, int most) {
        return number.strip().matches("\\d{1,6}") && Integer.parseInt(number.strip()) >= least && Integer.parseInt(number.strip()) <= most;
    }
}
