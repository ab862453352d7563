package app.lectern.vault;

import java.io.IOException;
import java.util.Arrays;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;

/// Asks a Linux desktop's message bus whether a keychain is there before java-keyring does: where there is none, that
/// library leaves connections open whose threads keep the program from ending.
final class SessionBus {
    private SessionBus() {}

    /// Whether a service of this name runs or would be started when somebody calls it.
    static boolean offers(String service) {
        if (System.getenv("DBUS_SESSION_BUS_ADDRESS") == null && System.getenv("XDG_RUNTIME_DIR") == null) {
            return false;
        }
        try (var connection = DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            var bus = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            return bus.NameHasOwner(service) || Arrays.asList(bus.ListActivatableNames()).contains(service);
        } catch (DBusException | IOException | RuntimeException | LinkageError noBus) {
            return false;
        }
    }
}
