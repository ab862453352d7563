package app.lectern.integrations.wizard;

import app.lectern.integrations.setup.SetupDraft;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// What the wizard needs of each of its steps.
interface StepViewModel {
    /// Fills the step in from what was kept of it.
    void show(SetupDraft draft);

    /// The draft with what is on the screen now, finished or not: nothing is lost when the person leaves.
    SetupDraft keepIn(SetupDraft draft);

    /// Judges and tries out what was entered; answers with the draft in which this step is finished, or not at all and
    /// says why on the step itself.
    void finish(SetupDraft draft, Consumer<SetupDraft> finished);

    /// What the button that goes on says.
    ObservableValue<String> goOn();

    /// A quiet remark beside that button; mostly empty.
    ObservableValue<String> remark();

    /// While something is tried out, the buttons wait.
    ObservableValue<Boolean> busy();

    /// What the rail says of it.
    String result(SetupDraft draft);

    /// Something in this step needs time at Microsoft, or failed.
    default StepLine.StepState standing(SetupDraft draft) {
        return StepLine.StepState.DONE;
    }
}
