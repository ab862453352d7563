/// What Microsoft needs time for, as a state and not an error: remembered over restarts, looked at again by itself, and
/// announced when it works.
package app.lectern.integrations.waiting;
