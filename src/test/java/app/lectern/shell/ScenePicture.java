package app.lectern.shell;

import javafx.scene.Scene;

/// A scene as a PNG, for the tests of the features. To be called on the FX thread.
public final class ScenePicture {
    private ScenePicture() {}

    public static byte[] of(Scene scene) {
        return Png.encode(scene.snapshot(null));
    }
}
