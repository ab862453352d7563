package app.lectern.deliverables;

import javafx.scene.layout.VBox;

/// The body of a dialog of this screen. Dialogs lie over the window, where the screen's own style sheet does not reach.
class FormPane extends VBox {
    FormPane() {
        getStyleClass().add("lx-due-form");
        getStylesheets().add(styleSheet());
    }

    static String styleSheet() {
        return FormPane.class.getResource("deliverables.css").toExternalForm();
    }
}
