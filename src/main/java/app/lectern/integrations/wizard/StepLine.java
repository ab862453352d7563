package app.lectern.integrations.wizard;

import app.lectern.integrations.setup.SetupStep;

/// One step in the rail: how it stands, and what came of it in a few words.
record StepLine(SetupStep step, StepState state, String result, boolean canOpen) {
    enum StepState { OPEN, CURRENT, DONE, WAITING, FAILED, OPTIONAL }
}
