package app.lectern.shell.settings;

import app.lectern.home.Settings;
import app.lectern.shell.LiveSettings;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One setting as a form shows it: a value that applies at once when it is right, what is wrong with it when it is
/// not, and its default. Follows the settings when they change elsewhere.
public final class SettingField<T> {
    private final ObjectProperty<T> value = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding isDefault;
    private final T usual;

    /// `check` answers what is wrong with a value, or an empty text.
    SettingField(LiveSettings settings, Function<Settings, T> get, BiFunction<Settings, T, Settings> put, Function<T, String> check) {
        this.usual = get.apply(Settings.DEFAULT);
        this.isDefault = Bindings.createBooleanBinding(() -> usual.equals(value.get()), value);
        value.set(get.apply(settings.get()));
        value.addListener((observed, before, now) -> {
            problem.set(check.apply(now));
            if (problem.get().isEmpty()) {
                settings.change(all -> put.apply(all, now));
            }
        });
        settings.current().addListener((observed, before, now) -> {
            if (!get.apply(now).equals(get.apply(before))) {
                value.set(get.apply(now));
            }
        });
    }

    public ObjectProperty<T> value() {
        return value;
    }

    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding isDefault() {
        return isDefault;
    }

    public void restore() {
        value.set(usual);
    }
}
