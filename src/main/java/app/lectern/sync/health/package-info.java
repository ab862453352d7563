/// How well each integration and each meeting is synced: what is there, what is waited for, what is missing, old or failing,
/// since when and why. Asks the history of runs, and the features about their meetings; asks Microsoft nothing.
package app.lectern.sync.health;
