/// Background work: start it, watch it, pause or cancel it, and get exactly one answer. Knows no feature and no JavaFX;
/// where the answers arrive (the FX thread, say) is handed in.
package app.lectern.jobs;
