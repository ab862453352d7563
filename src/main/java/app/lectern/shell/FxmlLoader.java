package app.lectern.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;

/// Loads `XView.fxml` beside the class `XView`, which is its controller and gets what it needs by constructor.
public final class FxmlLoader {
    private final ResourceBundle bundle;

    public FxmlLoader(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The view's root. `parts` are matched to the constructor's parameters by type.
    public Node load(Class<?> view, Object... parts) {
        var file = view.getResource(view.getSimpleName() + ".fxml");
        if (file == null) {
            throw new IllegalStateException("no FXML beside " + view.getName());
        }
        var loader = new FXMLLoader(file, bundle);
        loader.setClassLoader(view.getClassLoader());
        loader.setControllerFactory(type -> construct(type, List.of(parts)));
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Object construct(Class<?> type, List<Object> parts) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        var arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            var wanted = constructor.getParameterTypes()[i];
            arguments[i] = parts.stream().filter(wanted::isInstance).findFirst().orElseThrow(
                    () -> new IllegalStateException(type.getName() + " needs a " + wanted.getName()));
        }
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(type.getName() + " could not be made", failure.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", impossible);
        }
    }
}
